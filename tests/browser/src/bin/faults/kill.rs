//! The browser is killed with SIGKILL at a random moment while somebody answers, and started again with the same profile.
//! Other faults can be at work meanwhile: a disk that is full, a quota that foreign data has taken, a clock that is wrong.
//!
//! The start that shows what has survived is the start that is killed next. A profile lives for some kills, then a new one takes its place,
//! so that the first minutes of a profile are met as often as its later days.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use fastrand::Rng;
use serde_json::{Value, json};
use tempfile::TempDir;
use waymark_browser_tests::built;
use waymark_browser_tests::engine::{Running, Start};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::probe::{Probe, Report};
use waymark_browser_tests::proof::{self, Seen};

use crate::Task;
use crate::disk::Disk;
use crate::ledger::{Edit, Ledger, Loss};
use crate::site::{clauses, profile};

const SCRIPT: &str = include_str!("kill.js");

/// What is wrong while somebody answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meanwhile {
    /// Nothing but the kill.
    Nothing,
    /// The disk with the profile is full from a random moment on, until the browser is ended as at a log-out.
    FullDisk,
    /// The same, and the browser is killed while the disk is full.
    FullDiskAndKill,
    /// Foreign data of the same address takes all its quota, from a random moment on and for good.
    FullQuota,
    /// The clock is ten years early or late, or right, by chance at every start.
    WrongClock,
}

impl Meanwhile {
    const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "kill",
            Self::FullDisk => "disk",
            Self::FullDiskAndKill => "disk-kill",
            Self::FullQuota => "quota",
            Self::WrongClock => "clock",
        }
    }

    /// What stands before the script that answers.
    const fn script(self) -> &'static str {
        match self {
            Self::Nothing | Self::FullDisk | Self::FullDiskAndKill => "",
            Self::FullQuota => include_str!("quota.js"),
            Self::WrongClock => include_str!("clock.js"),
        }
    }

    /// How many kills one profile lives through.
    const fn kills_of_a_profile(self) -> u64 {
        match self {
            Self::Nothing | Self::WrongClock => 25,
            // The small disk must not get full by the profile itself.
            Self::FullDisk | Self::FullDiskAndKill => 10,
            // Once the room is taken hardly anything is acknowledged any more.
            Self::FullQuota => 2,
        }
    }

    /// When the browser is killed.
    fn blow(self, random: &mut Rng) -> Blow {
        match self {
            Self::Nothing | Self::WrongClock => Blow::any(random),
            Self::FullDisk | Self::FullDiskAndKill | Self::FullQuota => Blow::Full {
                after: Duration::from_millis(random.u64(..ANSWERING)),
                rest: Duration::from_millis(random.u64(300..2_500)),
            },
        }
    }
}

/// On how many pages the answers of one profile are.
const CLAUSES: usize = 2;

/// How long a browser may take until its page reports anything.
const START: Duration = Duration::from_secs(60);

/// How long a page that has started may say nothing; its own script gives up earlier, with a reason.
const SILENCE: Duration = Duration::from_secs(30);

/// How many starts in a row may come to nothing before the run is given up.
const VAIN_STARTS: u32 = 3;

/// How many losses of one profile are listed with all that belongs to them; all of them are counted.
const LISTED_LOSSES: usize = 5;

/// Longest time from the first edit to the kill.
const ANSWERING: u64 = 1_800;

/// When a browser is killed. Every kind finds other writes under way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Blow {
    /// So long after the answering began.
    After(Duration),
    /// The moment that so many edits have been reported as acknowledged.
    OnAcknowledged(u64),
    /// So long after the page has begun to load, in the middle of reading and repairing.
    Loading(Duration),
    /// So long after there was no room any more. A disk is filled so long after the answering began; a quota is filled by the page.
    Full { after: Duration, rest: Duration },
}

impl Blow {
    fn any(random: &mut Rng) -> Self {
        match random.u8(..10) {
            0 => Self::Loading(Duration::from_millis(random.u64(..400))),
            1..=3 => Self::OnAcknowledged(random.u64(1..40)),
            _ => Self::After(Duration::from_millis(random.u64(20..ANSWERING))),
        }
    }
}

/// One profile and what is known of it.
struct Life {
    meanwhile: Meanwhile,
    profile: TempDir,
    /// The disk that the profile is on, where it has one of its own; dropped after the profile.
    disk: Option<Disk>,
    clauses: Value,
    assessment: Option<String>,
    ledger: Ledger,
    next: u64,
    kills: u64,
    compared: u64,
    announced: u64,
    recovered: u64,
    vain: u64,
    /// How often there was no room any more.
    filled: u64,
    /// What was acknowledged while there was no room.
    acknowledged_when_full: BTreeSet<u64>,
    /// Of these, what was lost: here the header should not have said it.
    lost_of_full: u64,
    is_full: bool,
    losses: Vec<Value>,
    /// Every report, as evidence.
    reports: Vec<Value>,
    /// When it began.
    begun: Instant,
}

/// How a start ended.
#[derive(PartialEq, Eq)]
enum Ended {
    /// With the kill.
    Killed,
    /// The browser showed no page in time.
    InVain,
    /// The page began and then said nothing any more, as when its process has crashed.
    Silent,
    /// The page could not go on: what was acknowledged is not to be seen.
    Stuck,
}

/// Kills the browser so many times; says whether nothing acknowledged was lost.
pub(crate) async fn prove(task: &Task, meanwhile: Meanwhile) -> Result<bool, Failure> {
    let mut random = Rng::new();
    let script = format!("{}\n{SCRIPT}", meanwhile.script());
    let mut probe = Probe::start(&task.site, &script).await?;
    let version = task.engine.version()?;
    println!("{version}, {}, {} kills", meanwhile.key(), task.cycles);
    let begun = now();
    let (mut kills, mut acknowledged, mut lost) = (0, 0, 0);
    while kills < task.cycles {
        let wanted = meanwhile.kills_of_a_profile().min(task.cycles - kills);
        let life = live(task, meanwhile, &mut probe, &mut random, wanted).await?;
        let losses = life.losses.len() as u64;
        proof::append(&task.into, &seen(task, &version, &life))?;
        kills += life.kills;
        acknowledged += life.ledger.acknowledged();
        lost += losses;
        println!(
            "{kills} kills, {acknowledged} edits acknowledged, {lost} lost, {:.1} s a kill",
            begun.elapsed().as_secs_f64() / kills as f64
        );
        if losses > 0 {
            println!("the evidence is in {}", keep(task, &life)?.display());
        }
    }
    Ok(lost == 0)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the harness runs natively, where there is a clock"
)]
fn now() -> Instant {
    Instant::now()
}

fn seen(task: &Task, version: &str, life: &Life) -> Seen {
    Seen {
        fault: life.meanwhile.key().to_owned(),
        engine: task.engine.key().to_owned(),
        version: version.to_owned(),
        date: proof::today(),
        code: task.code.clone(),
        attempts: life.kills,
        acknowledged: Some(life.ledger.acknowledged()),
        lost: life.losses.len() as u64,
        figures: json!({
            "announced": life.announced,
            "compared": life.compared,
            "recovered": life.recovered,
            "vain_starts": life.vain,
            "filled": life.filled,
            "acknowledged_when_full": life.acknowledged_when_full.len(),
            "lost_of_these": life.lost_of_full,
        }),
        losses: life.losses.iter().take(LISTED_LOSSES).cloned().collect(),
    }
}

/// Lives through one profile, from its first start to the comparison after its last kill.
async fn live(
    task: &Task,
    meanwhile: Meanwhile,
    probe: &mut Probe,
    random: &mut Rng,
    kills: u64,
) -> Result<Life, Failure> {
    let disk = match meanwhile {
        Meanwhile::Nothing | Meanwhile::WrongClock => None,
        // Room for a profile and what its browser writes in a few minutes.
        Meanwhile::FullDisk | Meanwhile::FullDiskAndKill => Some(Disk::mount(220)?),
        // The quota is a share of the disk: here all of it has to be written.
        Meanwhile::FullQuota => Some(Disk::mount(120)?),
    };
    let mut life = Life {
        meanwhile,
        profile: match &disk {
            Some(disk) => TempDir::new_in(disk.path())?,
            None => profile()?,
        },
        disk,
        clauses: clauses(&task.site, random, CLAUSES)?,
        assessment: None,
        ledger: Ledger::default(),
        next: 1,
        kills: 0,
        compared: 0,
        announced: 0,
        recovered: 0,
        vain: 0,
        filled: 0,
        acknowledged_when_full: BTreeSet::new(),
        lost_of_full: 0,
        is_full: false,
        losses: Vec::new(),
        reports: Vec::new(),
        begun: now(),
    };
    let mut vain = 0;
    // One start more than kills: the last one only shows what has survived.
    loop {
        let is_last = life.kills == kills;
        // A profile that has nothing yet is not worth a kill while it loads.
        let blow = match meanwhile.blow(random) {
            _ if is_last => Blow::After(Duration::ZERO),
            Blow::Loading(_) if life.assessment.is_none() => Blow::OnAcknowledged(1),
            it => it,
        };
        match start(task, probe, random, &mut life, blow).await? {
            ended @ (Ended::InVain | Ended::Silent) => {
                vain += 1;
                life.vain += 1;
                // One crash of the browser's own loses nothing; a page that never comes up again does.
                if vain == VAIN_STARTS && ended == Ended::Silent {
                    let losses = life.ledger.all_lost();
                    note(&mut life, losses, "the page fell silent");
                    break;
                }
                if vain == VAIN_STARTS {
                    return Err(Failure::unexpected(format!(
                        "{} showed no page {VAIN_STARTS} times in a row; what it said is in {}",
                        task.engine.key(),
                        keep(task, &life)?.display()
                    )));
                }
                continue;
            }
            Ended::Stuck => break,
            Ended::Killed if is_last => break,
            Ended::Killed => life.kills += 1,
        }
        vain = 0;
    }
    Ok(life)
}

/// Starts the browser once, takes what its page reports, and kills it.
async fn start(
    task: &Task,
    probe: &mut Probe,
    random: &mut Rng,
    life: &mut Life,
    blow: Blow,
) -> Result<Ended, Failure> {
    life.is_full = false;
    probe.order(
        &json!({ "assessment": life.assessment, "clauses": life.clauses, "first": life.next }),
    )?;
    let fragment = match &life.assessment {
        Some(id) => format!("#/a/{id}"),
        None => "#/".to_owned(),
    };
    let address = probe.at(&fragment);
    let browser = task
        .engine
        .start(&Start::new(life.profile.path(), &address))?;
    let Some(report) = probe.next(START).await? else {
        browser.kill()?;
        return Ok(Ended::InVain);
    };
    take(life, report);
    let ended = watch(probe, random, life, blow).await?;
    kill(browser, probe, life).await?;
    if let Some(disk) = &life.disk {
        disk.free()?;
    }
    Ok(ended)
}

/// Takes reports until the moment of the blow.
async fn watch(
    probe: &mut Probe,
    random: &mut Rng,
    life: &mut Life,
    blow: Blow,
) -> Result<Ended, Failure> {
    let meanwhile = life.meanwhile;
    let mut deadline = match blow {
        Blow::Loading(after) => Some(now() + after),
        Blow::After(_) | Blow::OnAcknowledged(_) | Blow::Full { .. } => None,
    };
    let already = life.ledger.acknowledged();
    loop {
        let within = deadline.map_or(SILENCE, |it| it.saturating_duration_since(now()));
        let Some(report) = probe.next(within).await? else {
            if let Blow::Full { rest, .. } = blow
                && deadline.is_some()
                && !life.is_full
                && let Some(disk) = &life.disk
            {
                disk.fill(random)?;
                life.is_full = true;
                life.filled += 1;
                deadline = Some(now() + rest);
                continue;
            }
            if deadline.is_some() {
                return Ok(Ended::Killed);
            }
            return Ok(Ended::Silent);
        };
        let kind = report.kind.clone();
        take(life, report);
        match (kind.as_str(), blow) {
            ("stuck", _) => {
                let losses = life.ledger.all_lost();
                note(life, losses, "the page could not go on");
                return Ok(Ended::Stuck);
            }
            ("answering", Blow::After(after)) => deadline = Some(now() + after),
            ("answering", Blow::Full { after, .. }) if meanwhile != Meanwhile::FullQuota => {
                deadline = Some(now() + after);
            }
            ("filled", Blow::Full { rest, .. }) => deadline = Some(now() + rest),
            ("acknowledged", Blow::OnAcknowledged(count))
                if life.ledger.acknowledged() >= already + count =>
            {
                return Ok(Ended::Killed);
            }
            _ => {}
        }
    }
}

/// Kills or ends the browser, and takes what its page had still sent.
async fn kill(browser: Running, probe: &mut Probe, life: &mut Life) -> Result<(), Failure> {
    if life.meanwhile == Meanwhile::FullDisk {
        browser.end()?;
    } else {
        browser.kill()?;
    }
    // What has reached this machine is read at once; nobody is left to send anything more.
    while let Some(report) = probe.next(Duration::from_millis(20)).await? {
        take(life, report);
    }
    Ok(())
}

fn take(life: &mut Life, Report { kind, values }: Report) {
    let at = life.begun.elapsed().as_millis();
    life.reports
        .push(json!({ "start": life.kills, "at": at, "kind": kind, "values": values }));
    let value = |name: &str| values.get(name).cloned().unwrap_or_default();
    match kind.as_str() {
        "created" => life.assessment = value("assessment").as_str().map(str::to_owned),
        "answering" => life.recovered += u64::from(value("banners").as_u64().unwrap_or(0) > 0),
        "announced" => {
            for edit in serde_json::from_value::<Vec<Edit>>(value("edits")).unwrap_or_default() {
                life.next = life.next.max(edit.number + 1);
                life.announced += 1;
                life.ledger.announce(edit);
            }
        }
        "filled" => {
            life.is_full = true;
            life.filled += 1;
        }
        "acknowledged" => {
            for number in value("edits").as_array().into_iter().flatten() {
                let number = number.as_u64().unwrap_or(0);
                life.ledger.acknowledge(number);
                if life.is_full {
                    life.acknowledged_when_full.insert(number);
                }
            }
        }
        "found" => compare(life, &value("answers")),
        _ => {}
    }
}

/// Compares a page with everything known of its answers.
fn compare(life: &mut Life, answers: &Value) {
    let mut losses = Vec::new();
    for (question, answer) in answers.as_object().into_iter().flatten() {
        for (field, untouched) in [("rating", ""), ("note", ""), ("flag", "false")] {
            let found = answer
                .get(field)
                .and_then(Value::as_str)
                .unwrap_or_default();
            life.compared += 1;
            losses.extend(life.ledger.compare(question, field, found, untouched));
        }
    }
    note(life, losses, "the page shows something else");
}

fn note(life: &mut Life, losses: Vec<Loss>, why: &str) {
    for loss in losses {
        println!("LOST before kill {}: {loss:?}", life.kills);
        let number = loss.acknowledged.number;
        life.lost_of_full += u64::from(life.acknowledged_when_full.contains(&number));
        life.losses
            .push(json!({ "kill": life.kills, "why": why, "loss": loss }));
    }
}

/// Keeps the profile and all reports of a life, for whoever looks for the cause.
fn keep(task: &Task, life: &Life) -> Result<PathBuf, Failure> {
    let name = life.profile.path().file_name().unwrap_or_default();
    let folder = built::workshop()?
        .join("evidence")
        .join(format!("{}-{}", life.meanwhile.key(), task.engine.key()))
        .join(name);
    fs::create_dir_all(&folder)?;
    // Not by reading file by file: profiles hold sockets and links that lead nowhere.
    let copied = Command::new("cp")
        .arg("-a")
        .arg(life.profile.path())
        .arg(folder.join("profile"))
        .status()?;
    let lines: Vec<String> = life.reports.iter().map(ToString::to_string).collect();
    fs::write(folder.join("reports.jsonl"), lines.join("\n"))?;
    if copied.success() {
        Ok(folder)
    } else {
        Err(Failure::File {
            path: folder.display().to_string(),
            why: "the profile could not be kept whole".to_owned(),
        })
    }
}
