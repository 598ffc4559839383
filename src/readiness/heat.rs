//! The heat map: every leaf clause with how its requirements stand, grouped as the standard groups them.

use super::tally::{Tally, tally};
use super::verdict::{ClauseVerdict, verdicts};
use crate::assessment::Assessment;
use crate::catalog::Catalog;
use crate::day::Day;

/// A chapter, or in chapter 8 a group such as 8.6, with its leaf clauses.
#[derive(Clone, PartialEq, Debug)]
pub struct HeatGroup {
    /// The number of the chapter or group, such as `5` or `8.6`.
    pub id: String,
    /// The place of its clause in [`Catalog::clauses`].
    pub clause: usize,
    /// How the requirements that its clauses ask themselves stand, so that the groups add up to the whole.
    pub tally: Tally,
    /// Its leaf clauses in order, each with verdict and tally.
    pub cells: Vec<ClauseVerdict>,
}

/// Every group with its leaf clauses, in the order of the standard.
pub fn heat(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<HeatGroup> {
    let mut groups: Vec<HeatGroup> = Vec::new();
    for cell in verdicts(catalog, assessment, today) {
        let Some(clause) = catalog.clauses.get(cell.clause) else {
            continue;
        };
        let id = group_of(&clause.id);
        match groups.last_mut().filter(|it| it.id == id) {
            Some(group) => group.cells.push(cell),
            None => groups.push(HeatGroup {
                id: id.to_owned(),
                clause: catalog
                    .clauses
                    .iter()
                    .position(|it| it.id == id)
                    .unwrap_or(cell.clause),
                tally: group_tally(catalog, assessment, today, id),
                cells: vec![cell],
            }),
        }
    }
    groups
}

/// The group that a clause belongs to, both by number.
///
/// Chapter 8 holds half of the standard, so its second level is shown instead.
pub fn group_of(clause: &str) -> &str {
    let dots = usize::from(clause.starts_with("8."));
    let end = clause.match_indices('.').nth(dots).map(|(at, _)| at);
    end.and_then(|at| clause.get(..at)).unwrap_or(clause)
}

fn group_tally(catalog: &Catalog, assessment: &Assessment, today: Day, group: &str) -> Tally {
    let belongs = |number: &str| {
        number
            .strip_prefix(group)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    tally(
        catalog,
        assessment,
        today,
        catalog
            .requirement_ids()
            .filter(|it| belongs(&catalog.requirement(*it).clause)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Rating;
    use crate::readiness::fixture::{REQUIREMENTS, all_rated, catalog, today};

    #[test]
    fn chapters_are_groups_and_chapter_8_is_split_at_its_second_level() {
        let catalog = catalog();
        let groups = heat(&catalog, &all_rated(Rating::Thin), today());
        let number = |place: usize| catalog.clauses[place].id.as_str();
        let shape: Vec<(&str, &str, Vec<&str>)> = groups
            .iter()
            .map(|it| {
                (
                    it.id.as_str(),
                    number(it.clause),
                    it.cells.iter().map(|it| number(it.clause)).collect(),
                )
            })
            .collect();
        assert_eq!(
            shape,
            [
                ("4", "4", vec!["4.1"]),
                ("5", "5", vec!["5.1"]),
                ("7", "7", vec!["7.5"]),
                ("8.1", "8.1", vec!["8.1"]),
                ("8.6", "8.6", vec!["8.6.1"]),
            ]
        );
    }

    #[test]
    fn groups_add_up_to_the_whole_and_cells_count_what_they_read() {
        let groups = heat(&catalog(), &all_rated(Rating::Thin), today());
        assert_eq!(
            groups.iter().map(|it| it.tally.total).sum::<usize>(),
            REQUIREMENTS.len()
        );
        let by_reference = groups.iter().find(|it| it.id == "7").expect("a group");
        assert_eq!(
            (by_reference.tally.total, by_reference.cells[0].tally.total),
            (0, 2)
        );
    }
}
