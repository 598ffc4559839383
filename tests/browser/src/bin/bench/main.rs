//! The benchmark: the built site against a page written by hand, in turns, in one run on one machine.
//!
//! Absolute times hold on no shared machine; what counts are the ratios of the medians.

mod measure;
mod reference;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use waymark_browser_tests::built;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::packed::Packed;

use measure::{Figures, Pages, Saving, Side, percentile};

const HELP: &str = "\
Measures the built site and a page written by hand with the same questions, in turns.

  --rounds <number>   how many times each page is measured, 9 unless told
  --help              this text

The network has 1.6 Mbit/s and 150 ms a round trip, the processor is slowed down 4 times.
It fails where the median is over the limit: 4 times to the first question, 1.5 times from a rating to its paint.
It also fails where saving takes too long on the built site alone, not slowed down: 500 ms from an input to Saved (95th percentile, with the
pause of 300 ms that waits for more typing), 4 ms of scripts on the main thread for one edit (median of the rounds).
";

/// The usual number of rounds: enough for a median that a busy moment does not move.
const ROUNDS: usize = 9;

/// The longest time from an input to *Saved*, as the 95th percentile, in milliseconds.
const INPUT_TO_SAVED: f64 = 500.0;

/// The most that the scripts may take on the main thread for one edit, as the median of the rounds, in milliseconds.
const SCRIPT_PER_EDIT: f64 = 4.0;

/// One line of the table.
struct Measure {
    name: &'static str,
    unit: &'static str,
    read: fn(&Figures) -> f64,
    /// The largest ratio of the medians; none where the figure is for information.
    limit: Option<f64>,
}

const MEASURES: [Measure; 3] = [
    Measure {
        name: "navigation to the first question",
        unit: "ms",
        read: |it| it.first_question,
        limit: Some(4.0),
    },
    Measure {
        name: "rating to next paint, p98",
        unit: "ms",
        read: |it| it.rating_to_paint,
        limit: Some(1.5),
    },
    Measure {
        name: "heap after 200 answers",
        unit: "kB",
        read: |it| it.heap / 1000.0,
        limit: None,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let rounds = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => Some(ROUNDS),
        ["--rounds", number] => number.parse().ok().filter(|it| *it > 0),
        _ => None,
    };
    let Some(rounds) = rounds else {
        print!("{HELP}");
        return if arguments == ["--help"] {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    };
    match bench(rounds) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Measures, prints the table, and says whether every limit is kept.
fn bench(rounds: usize) -> Result<bool, Failure> {
    let site = built::dist()?;
    let catalog = built::catalog()?;
    let by_hand = tempfile::tempdir()?;
    reference::write(by_hand.path(), catalog)?;
    println!("Packing both pages with brotli");
    let mut packed = Packed::below(&site)?;
    packed.add(by_hand.path())?;
    println!(
        "First load of the page by hand: {} bytes",
        size_below(&packed, by_hand.path())?
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (waymark, hand, saving) = runtime.block_on(async {
        let pages = Pages::serve(site, by_hand.path().to_owned(), packed, catalog).await?;
        let (mut waymark, mut hand, mut saving) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..rounds {
            // Whichever page comes second finds a warmer machine, so they take turns in that as well.
            let order = if round % 2 == 0 { [Side::Waymark, Side::ByHand] } else { [Side::ByHand, Side::Waymark] };
            for side in order {
                let figures = pages.measure(side).await?;
                let list = if side == Side::Waymark { &mut waymark } else { &mut hand };
                list.push(figures);
                let [first, rating, heap] = MEASURES.map(|it| format!("{:.0} {}", (it.read)(&figures), it.unit));
                println!("round {} of {rounds}, {side:?}: first question {first}, rating {rating}, heap {heap}", round + 1);
            }
            let sitting = pages.saving().await?;
            println!("round {} of {rounds}, saving: scripts {:.1} ms for one edit", round + 1, sitting.script_per_edit);
            saving.push(sitting);
        }
        Ok::<_, Failure>((waymark, hand, saving))
    })?;
    let kept = print_table(&waymark, &hand);
    Ok(print_saving(&saving) && kept)
}

/// Prints how long saving took; says whether the limits are kept.
fn print_saving(sittings: &[Saving]) -> bool {
    let mut times: Vec<f64> = sittings
        .iter()
        .flat_map(|it| it.input_to_saved.iter().copied())
        .collect();
    let mut scripts: Vec<f64> = sittings.iter().map(|it| it.script_per_edit).collect();
    let figures = [
        (
            "input to Saved, p95",
            percentile(&mut times, 0.95),
            INPUT_TO_SAVED,
            &times,
        ),
        (
            "scripts for one edit, median",
            percentile(&mut scripts, 0.5),
            SCRIPT_PER_EDIT,
            &scripts,
        ),
    ];
    println!("\nSaving, not slowed down, {} inputs", times.len());
    let mut kept = true;
    for (name, figure, limit, all) in figures {
        let figure = figure.unwrap_or(f64::INFINITY);
        let within = figure <= limit;
        kept &= within;
        let spread = spread(all, 1);
        let over = if within { "" } else { "   OVER THE LIMIT" };
        println!("{name:<34} {figure:>9.1} ms   limit {limit:.0} ms   {spread}{over}");
    }
    kept
}

/// The least and the most of sorted values, with so many digits behind the point.
fn spread(sorted: &[f64], digits: usize) -> String {
    match (sorted.first(), sorted.last()) {
        (Some(least), Some(most)) => format!("{least:.digits$} to {most:.digits$}"),
        _ => String::new(),
    }
}

fn size_below(packed: &Packed, folder: &Path) -> Result<usize, Failure> {
    Ok(folder
        .read_dir()?
        .flatten()
        .map(|it| packed.size(&it.path()))
        .sum())
}

/// Prints the medians and their ratios; says whether every limit is kept.
fn print_table(waymark: &[Figures], hand: &[Figures]) -> bool {
    println!(
        "\n{:<34} {:>12} {:>12} {:>7} {:>7}   spread over the rounds",
        "median", "Waymark", "by hand", "ratio", "limit"
    );
    let mut kept = true;
    for Measure {
        name,
        unit,
        read,
        limit,
    } in MEASURES
    {
        let (mut own, mut other): (Vec<f64>, Vec<f64>) = (
            waymark.iter().map(read).collect(),
            hand.iter().map(read).collect(),
        );
        let (Some(own_median), Some(other_median)) =
            (percentile(&mut own, 0.5), percentile(&mut other, 0.5))
        else {
            continue;
        };
        let ratio = own_median / other_median;
        let within = limit.is_none_or(|it| ratio <= it);
        kept &= within;
        println!(
            "{name:<34} {:>12} {:>12} {ratio:>6.2}x {:>7}   {}, {}{}",
            format!("{own_median:.0} {unit}"),
            format!("{other_median:.0} {unit}"),
            limit.map_or_else(|| "-".to_owned(), |it| format!("{it:.1}x")),
            spread(&own, 0),
            spread(&other, 0),
            if within { "" } else { "   OVER THE LIMIT" },
        );
    }
    kept
}
