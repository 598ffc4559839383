# Words of the charts and of the tables behind them.
charts-as-table = The numbers as a table
charts-state = State
charts-base = Total
charts-part = { $label }: { $count }
charts-list-separator = {", "}
charts-group = { $group }. { $parts }.
charts-cell = { $clause } { $title }: { $verdict }.
