//! Figures as the charts want them, for every page that shows results.

use super::verdicts::answered;
use crate::assessment::Verdict;
use crate::catalog::Clause;
use crate::readiness::heat::HeatGroup;
use crate::readiness::standing::Standing;
use crate::readiness::tally::Tally;
use crate::readiness::verdict::{ClauseVerdict, verdict_counts};
use crate::web::charts::Share;
use crate::web::charts::heat_map::{HeatBlock, HeatCell};
use crate::web::charts::spread::SpreadRow;
use crate::web::text::{catalog, tr_key, tr_with};

/// How requirements stand, what is met first and what is unknown last.
pub(crate) fn standing_shares(tally: &Tally) -> Vec<Share> {
    let share = |it: Standing| Share {
        key: it.key(),
        label: tr_key("standing", it.key()),
        count: tally.count(it),
    };
    Standing::ALL.into_iter().rev().map(share).collect()
}

/// How clauses are judged, the user's own verdicts included.
pub(crate) fn verdict_shares(verdicts: &[ClauseVerdict]) -> Vec<Share> {
    let counts = verdict_counts(verdicts);
    let share = |(it, count): (Verdict, usize)| Share {
        key: it.key(),
        label: tr_key("verdict", it.key()),
        count,
    };
    Verdict::ALL.into_iter().zip(counts).map(share).collect()
}

/// The clause at a place of the catalogue.
pub(crate) fn clause_at(place: usize) -> Option<&'static Clause> {
    catalog().clauses.get(place)
}

/// Number and title of a clause.
pub(crate) fn clause_name(clause: &Clause) -> String {
    tr_with(
        "results-clause-name",
        &[
            ("clause", clause.id.as_str().into()),
            ("title", clause.title.as_str().into()),
        ],
    )
}

/// The heat map's groups.
pub(crate) fn heat_blocks(groups: &[HeatGroup]) -> Vec<HeatBlock> {
    let cell = |it: &ClauseVerdict| {
        let clause = clause_at(it.clause)?;
        let key = it.shown.key();
        Some(HeatCell {
            number: clause.id.clone(),
            title: clause.title.clone(),
            key,
            words: tr_key("verdict", key),
        })
    };
    let block = |it: &HeatGroup| HeatBlock {
        name: group_name(it),
        cells: it.cells.iter().filter_map(cell).collect(),
    };
    groups.iter().map(block).collect()
}

/// The verdicts as key and words, for the key of the heat map.
pub(crate) fn verdict_key() -> Vec<(&'static str, &'static str)> {
    Verdict::ALL
        .map(|it| (it.key(), tr_key("verdict", it.key())))
        .into()
}

/// The spread's rows.
pub(crate) fn spread_rows(groups: &[HeatGroup]) -> Vec<SpreadRow> {
    let row = |it: &HeatGroup| SpreadRow {
        name: group_name(it),
        words: answered(it.tally.answered, it.tally.total),
        parts: standing_shares(&it.tally),
    };
    groups.iter().map(row).collect()
}

/// Number and title of a group.
pub(crate) fn group_name(group: &HeatGroup) -> String {
    clause_at(group.clause).map_or_else(|| group.id.clone(), clause_name)
}
