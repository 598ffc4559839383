//! `prove contract`: the stores' adapters under the same contract as their doubles, in real engines.

use crate::failure::Failure;
use crate::setup;
use crate::setup::browser::Engine;
use crate::step::Steps;
use crate::test;

/// Runs the browser tests in some engines, which are installed first where they are missing.
///
/// # Errors
/// At the first engine that is missing and cannot be installed, or in which a test fails.
pub(crate) fn prove(engines: &[Engine]) -> Result<(), Failure> {
    let mut steps = Steps::new();
    let toolbox = setup::for_serving()?;
    for engine in engines {
        let browser = engine.with_driver("the proof of the stores in its engine")?;
        steps.step(&format!("tests in {}", engine.name()), || {
            test::in_browser(&toolbox, &browser)
        })?;
    }
    steps.summary();
    Ok(())
}
