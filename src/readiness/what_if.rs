//! Which gates would open if something were settled: a look ahead that changes nothing.

use super::gate::{Blocker, GateState};

/// The places of the steps whose gates are closed and would open if these blockers were gone, in order.
///
/// Where a step is supposed to be done, everything that keeps its own gate closed counts as gone too.
/// A step that opens settles what waits for it, so one blocker may open a whole chain.
pub fn opened_without(gates: &[GateState], settled: &[Blocker]) -> Vec<usize> {
    let settled = with_those_of_steps(gates, settled);
    let mut opened: Vec<usize> = Vec::new();
    loop {
        let is_settled = |it: &Blocker| {
            settled.contains(&it) || matches!(it, Blocker::Step(step) if opened.contains(step))
        };
        let next: Vec<usize> = gates
            .iter()
            .filter(|it| !it.is_open() && it.blockers.iter().all(is_settled))
            .map(|it| it.step)
            .collect();
        if next == opened {
            return opened;
        }
        opened = next;
    }
}

/// The blockers and, for each step among them, the blockers of its gate, each once.
fn with_those_of_steps<'a>(gates: &'a [GateState], settled: &'a [Blocker]) -> Vec<&'a Blocker> {
    let mut out: Vec<&Blocker> = settled.iter().collect();
    let mut at = 0;
    while let Some(it) = out.get(at).copied() {
        at += 1;
        let Blocker::Step(step) = it else { continue };
        let own = gates.iter().filter(|it| it.step == *step);
        for blocker in own.flat_map(|it| &it.blockers) {
            if !out.contains(&blocker) {
                out.push(blocker);
            }
        }
    }
    out
}

/// The places of the steps that would open if a step were done, the step itself among them.
pub fn opened_by_step(gates: &[GateState], step: usize) -> Vec<usize> {
    opened_without(gates, &[Blocker::Step(step)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(step: usize, blockers: &[Blocker]) -> GateState {
        GateState {
            step,
            blockers: blockers.to_vec(),
            conditions: blockers.len(),
            held: 0,
            by_hand: true,
        }
    }

    fn tick(id: &str) -> Blocker {
        Blocker::Confirmation {
            id: id.to_owned(),
            label: String::new(),
        }
    }

    #[test]
    fn a_chain_opens_as_far_as_nothing_else_keeps_it_closed() {
        let gates = [
            gate(0, &[tick("a")]),
            gate(1, &[Blocker::Step(0), tick("a")]),
            gate(2, &[Blocker::Step(1)]),
            gate(3, &[Blocker::Step(2), tick("b")]),
            gate(4, &[]),
        ];
        assert_eq!(opened_without(&gates, &[tick("a")]), [0, 1, 2]);
        assert_eq!(opened_without(&gates, &[tick("b")]), Vec::<usize>::new());
        assert_eq!(
            opened_without(&gates, &[tick("a"), tick("b")]),
            [0, 1, 2, 3]
        );
        assert_eq!(opened_by_step(&gates, 0), [0, 1, 2]);
        assert_eq!(opened_by_step(&gates, 4), Vec::<usize>::new());
        assert_eq!(
            opened_by_step(&gates, 3),
            [0, 1, 2, 3],
            "a step that is done settles what it waits for"
        );
        assert_eq!(
            opened_without(&gates, &[Blocker::Step(1), tick("b")]),
            [0, 1, 2, 3]
        );
    }

    #[test]
    fn steps_that_wait_for_each_other_stay_closed() {
        let gates = [
            gate(0, &[Blocker::Step(1), tick("a")]),
            gate(1, &[Blocker::Step(0)]),
        ];
        assert_eq!(opened_without(&gates, &[tick("a")]), Vec::<usize>::new());
    }
}
