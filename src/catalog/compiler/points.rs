//! The points of the reference: ids, tags and marks, without their text.

use std::collections::BTreeMap;

use crate::catalog::Confidence;

/// One point: what the compiler has to know of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Point {
    /// The duty repeats at planned intervals (tag P).
    pub repeats: bool,
    /// The duty is one of top management (tag M).
    pub top_management: bool,
    /// How far it has been confirmed.
    pub confidence: Confidence,
}

/// All points of an edition, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Points {
    order: Vec<String>,
    points: BTreeMap<String, Point>,
}

/// The number of the clause that a point belongs to.
pub(crate) fn clause_of(point: &str) -> &str {
    point.rsplit_once('-').map_or(point, |(clause, _)| clause)
}

impl Points {
    /// Reads `points.tsv`: id, tags and confidence, with a heading line. Lines of another shape come back as errors.
    pub(crate) fn parse(text: &str) -> (Self, Vec<String>) {
        let mut out = Self::default();
        let mut wrong = Vec::new();
        for line in text.lines().skip(1).filter(|it| !it.is_empty()) {
            let mut cells = line.split('\t');
            let (Some(id), Some(tags), Some(mark)) = (cells.next(), cells.next(), cells.next())
            else {
                wrong.push(line.to_owned());
                continue;
            };
            let confidence = match mark.trim() {
                "sure" => Confidence::Sure,
                "likely" => Confidence::Likely,
                "check" => Confidence::Check,
                _ => {
                    wrong.push(line.to_owned());
                    continue;
                }
            };
            let point = Point {
                repeats: tags.contains('P'),
                top_management: tags.contains('M'),
                confidence,
            };
            out.order.push(id.to_owned());
            out.points.insert(id.to_owned(), point);
        }
        (out, wrong)
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Point> {
        self.points.get(id)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }

    /// The points that a pattern names: `4.3-05`, `4.3-05..4.3-07`, `4.3-*` (one clause) or `4*` (a clause with all below it).
    pub(crate) fn matching(&self, pattern: &str) -> Vec<&str> {
        if let Some((from, to)) = pattern.split_once("..") {
            let place = |id: &str| self.order.iter().position(|it| it == id);
            return match (place(from), place(to)) {
                (Some(from), Some(to)) if from <= to => {
                    self.ids().skip(from).take(to - from + 1).collect()
                }
                _ => Vec::new(),
            };
        }
        if let Some(clause) = pattern.strip_suffix("-*") {
            return self.ids().filter(|it| clause_of(it) == clause).collect();
        }
        if let Some(clause) = pattern.strip_suffix('*') {
            let below = format!("{clause}.");
            return self
                .ids()
                .filter(|it| clause_of(it) == clause || it.starts_with(&below))
                .collect();
        }
        self.ids().filter(|it| *it == pattern).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_points_ranges_clauses_and_branches() {
        let text = "id\ttags\tconfidence\n4.1-01\t\tsure\n4.1-02\tP\tlikely\n4.2-01\tDM\tsure\n4.2.1-01\t\tcheck\n";
        let (points, wrong) = Points::parse(text);
        assert!(wrong.is_empty());
        assert_eq!(points.matching("4.1-02"), ["4.1-02"]);
        assert_eq!(points.matching("4.1-02..4.2-01"), ["4.1-02", "4.2-01"]);
        assert_eq!(points.matching("4.2-*"), ["4.2-01"]);
        assert_eq!(points.matching("4.2*"), ["4.2-01", "4.2.1-01"]);
        assert_eq!(points.matching("4*").len(), 4);
        assert_eq!(points.matching("9-*"), Vec::<&str>::new());
        assert!(
            points
                .get("4.1-02")
                .is_some_and(|it| it.repeats && !it.top_management)
        );
    }

    #[test]
    fn a_line_of_another_shape_is_reported() {
        let (_, wrong) = Points::parse("id\ttags\tconfidence\n4.1-01\t\tperhaps\n4.1-02\n");
        assert_eq!(wrong, ["4.1-01\t\tperhaps", "4.1-02"]);
    }
}
