//! Charts: small SVG drawings from plain numbers, each with a text alternative; the page puts a table beside them.
