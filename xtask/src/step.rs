//! Steps with a title and a time, and the summary at the end.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// The steps of one command, in the order in which they ran.
pub(crate) struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Begins a command that has no step behind it yet.
    pub(crate) const fn new() -> Self {
        Self { done: Vec::new() }
    }

    /// Runs one step under a title and keeps its time.
    ///
    /// # Errors
    /// Those of the step; the title of the step that failed is printed with its time.
    pub(crate) fn step<T>(
        &mut self,
        title: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        println!("\n== {title}");
        #[expect(
            clippy::disallowed_methods,
            reason = "these commands run natively, where there is a clock"
        )]
        let start = Instant::now();
        let outcome = work();
        let time = start.elapsed();
        let word = if outcome.is_ok() { "done" } else { "FAILED" };
        println!("-- {title}: {word} in {}", clock(time));
        if outcome.is_ok() {
            self.done.push((title.to_owned(), time));
        }
        outcome
    }

    /// Prints every step with its time, and the total.
    pub(crate) fn summary(&self) {
        let width = self
            .done
            .iter()
            .map(|(title, _)| title.chars().count())
            .max()
            .unwrap_or(0)
            .max(5);
        println!();
        for (title, time) in &self.done {
            println!("{title:<width$}  {:>9}", clock(*time));
        }
        let total = self.done.iter().map(|(_, time)| *time).sum();
        println!("{:<width$}  {:>9}", "total", clock(total));
    }
}

/// A duration as people read it: tenths of a second below a minute, minutes and seconds above.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::clock;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(clock(Duration::from_millis(1_340)), "1.3 s");
        assert_eq!(clock(Duration::from_secs(64)), "1 min 04 s");
    }
}
