//! What the journey has entered so far, how it looks at gates, and the work that every step has in common.

use std::collections::BTreeSet;

use serde_json::Value;
use waymark::assessment::{DocumentState, Rating};
use waymark::catalog::{Catalog, Condition, DocumentKind, RequirementId, Step};
use waymark::day::Day;
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, checkbox, combobox, css, date, link, textbox};

/// The state of the gate of the step that is open on the roadmap: whether it is open, and what keeps it closed.
///
/// Questions and documents are named by the id that their link leads to, everything else by its words.
const GATE: &str = "
    const gate = document.getElementById(`step-${arguments[0]}-details`)?.querySelector('.gate');
    if (!gate) return null;
    const tidy = (it) => (it?.textContent ?? '').trim();
    const word = (it) => {
        const place = it.querySelector('a');
        const at = new URLSearchParams(place?.hash.split('?')[1]).get('at');
        const byId = ['rating', 'interval-missing', 'interval-overdue', 'document', 'step'].includes(it.dataset.lack);
        return byId ? `${it.dataset.lack}: ${at}` : `${it.dataset.lack}: ${tidy(place)} ${tidy(it.querySelector('.muted'))}`.trim();
    };
    const blockers = [...gate.querySelectorAll('.blocker')].map(word);
    const statements = [...gate.querySelectorAll('.condition[data-kind=by-hand][data-holds=false] .condition__words')];
    return { open: gate.dataset.open, blockers: [...new Set([...blockers, ...statements.map((it) => `confirmation: ${tidy(it)}`)])].sort() };";

/// The journey on its way.
pub(super) struct Walk<'a> {
    pub(super) browser: &'a Browser,
    pub(super) all: &'static Catalog,
    pub(super) today: Day,
    /// How each question is rated, in the order of the catalogue.
    pub(super) ratings: Vec<Option<Rating>>,
    /// The questions that repeat and have no dates yet, or have let theirs pass.
    pub(super) undated: BTreeSet<RequirementId>,
    pub(super) overdue: Option<RequirementId>,
    documents: BTreeSet<String>,
    statements: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    /// Begins with an empty assessment that is open.
    pub(super) async fn begin(browser: &'a Browser) -> Result<Self, Failure> {
        let all = catalog()?;
        let today = "const it = new Date(); return [it.getFullYear(), it.getMonth() + 1, it.getDate()].map((it) => String(it).padStart(2, '0')).join('-');";
        let today = browser.run(today, Vec::new()).await?;
        let today = today.as_str().and_then(|it| it.parse().ok());
        let repeats = |it: &RequirementId| all.requirement(*it).interval;
        Ok(Self {
            browser,
            all,
            today: today.ok_or_else(|| Failure::unexpected("the browser has no day"))?,
            ratings: vec![None; all.requirements.len()],
            undated: all.requirement_ids().filter(repeats).collect(),
            overdue: None,
            documents: BTreeSet::new(),
            statements: BTreeSet::new(),
        })
    }

    /// A day so many days from today, as a field takes it.
    pub(super) fn on(&self, days: i64) -> String {
        self.today.plus(days).to_string()
    }

    /// Goes to a page of the assessment.
    pub(super) async fn page(&self, page: AssessmentPage) -> Result<(), Failure> {
        kit::go_to(self.browser, page).await
    }

    /// Goes to a page of the assessment with something open.
    pub(super) async fn page_at(&self, page: AssessmentPage, query: &str) -> Result<(), Failure> {
        let page = kit::page_of_open(self.browser, page).await?;
        kit::go(self.browser, &format!("{page}?{query}")).await
    }

    /// Writes a text into the only field with this label in an area of the page.
    pub(super) async fn text(&self, area: &str, label: &str, text: &str) -> Result<(), Failure> {
        let field = textbox(words(label)?).within(css(area));
        self.browser.write(&field, text).await
    }

    /// Enters a day, told from today, into the only field with this label in an area of the page.
    pub(super) async fn day(&self, area: &str, label: &str, days: i64) -> Result<(), Failure> {
        let field = date(words(label)?).within(css(area));
        self.browser.write(&field, &self.on(days)).await
    }

    /// Clicks the only button with these words in an area of the page.
    pub(super) async fn press(&self, area: &str, label: &str) -> Result<(), Failure> {
        self.browser
            .click(&button(words(label)?).within(css(area)))
            .await
    }

    fn step(&self, id: &str) -> Result<&'static Step, Failure> {
        let found = self.all.step(id).map(|it| it.1);
        found.ok_or_else(|| Failure::unexpected(format!("no step {id}")))
    }

    fn is_rated(&self, id: RequirementId, least: Rating) -> bool {
        let rating = self.ratings.get(id.index()).copied().flatten();
        rating.is_some_and(|it| it.reaches(least))
    }

    fn id(&self, id: RequirementId) -> &'static str {
        &self.all.requirement(id).id
    }

    /// The questions that keep a step closed by their rating.
    fn unmet(&self, step: &Step) -> BTreeSet<RequirementId> {
        let of_gate = step.gate.iter().flat_map(|it| match it {
            Condition::Rated {
                requirements,
                level,
            } => requirements.iter().map(|it| (*it, *level)).collect(),
            Condition::Blocking { level } => {
                let all = self.all.requirement_ids();
                let blocking = all.filter(|it| self.all.requirement(*it).blocking);
                blocking.map(|it| (it, *level)).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        });
        let unmet = of_gate.filter(|(id, level)| !self.is_rated(*id, *level));
        unmet.map(|it| it.0).collect()
    }

    /// The questions that keep a step closed by their dates.
    fn undated(&self, step: &Step) -> BTreeSet<RequirementId> {
        let read = step.gate.iter().flat_map(|it| match it {
            Condition::Intervals { requirements } => requirements.as_slice(),
            _ => &[],
        });
        read.copied()
            .filter(|it| self.undated.contains(it))
            .collect()
    }

    /// The documents that keep a step closed, by id and name, with whether they have to be approved.
    fn unwritten(&self, step: &Step) -> Vec<(&'static str, &'static str, DocumentKind)> {
        let mut read = BTreeSet::new();
        for it in &step.gate {
            match it {
                Condition::Document { document, .. } => drop(read.insert(*document)),
                Condition::MandatoryDocuments { .. } => {
                    read.extend(self.all.document_ids().filter(|it| {
                        let document = self.all.document(*it);
                        document.mandatory && document.kind != DocumentKind::Record
                    }));
                }
                _ => {}
            }
        }
        let documents = read.into_iter().map(|it| self.all.document(it));
        documents
            .filter(|it| !self.documents.contains(&it.id))
            .map(|it| (it.id.as_str(), it.name.as_str(), it.kind))
            .collect()
    }

    /// The statements of a step that nobody has ticked.
    fn unticked(&self, step: &'static Step) -> Vec<&'static str> {
        let labels = step.gate.iter().filter_map(|it| match it {
            Condition::Confirm { id, label } => {
                (!self.statements.contains(id)).then_some(label.as_str())
            }
            _ => None,
        });
        labels.collect()
    }

    /// Everything that keeps a step closed, beside what records and facts lack.
    fn computed(&self, step: &'static Step) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for it in self.unmet(step) {
            out.insert(format!("rating: {}", self.id(it)));
        }
        for it in self.undated(step) {
            let word = if self.overdue == Some(it) {
                "interval-overdue"
            } else {
                "interval-missing"
            };
            out.insert(format!("{word}: {}", self.id(it)));
        }
        for (id, ..) in self.unwritten(step) {
            out.insert(format!("document: {id}"));
        }
        for label in self.unticked(step) {
            out.insert(format!("confirmation: {label}"));
        }
        out
    }

    /// Looks at the gate of a step until it is closed by exactly what it waits for by now, and by these lacks.
    pub(super) async fn closed(&self, step: &str, lacks: Vec<String>) -> Result<(), Failure> {
        let mut expected = self.computed(self.step(step)?);
        expected.extend(lacks);
        if expected.is_empty() {
            return Err(Failure::unexpected(format!("{step} waits for nothing")));
        }
        self.look(step, "false", &expected).await
    }

    /// Looks at the gate of a step until it is open.
    pub(super) async fn is_open(&self, step: &str) -> Result<(), Failure> {
        self.look(step, "true", &BTreeSet::new()).await
    }

    async fn look(
        &self,
        step: &str,
        open: &str,
        blockers: &BTreeSet<String>,
    ) -> Result<(), Failure> {
        self.page_at(AssessmentPage::Roadmap, &format!("at={step}"))
            .await?;
        self.browser
            .until(&format!("the gate of {step}"), async || {
                let found = self.browser.run(GATE, vec![step.into()]).await?;
                let list = found.get("blockers").and_then(Value::as_array);
                let list = list.into_iter().flatten().filter_map(Value::as_str);
                let list: BTreeSet<String> = list.map(str::to_owned).collect();
                let state = found.get("open").and_then(Value::as_str);
                let lost: Vec<&String> = blockers.difference(&list).collect();
                let new: Vec<&String> = list.difference(blockers).collect();
                Ok(
                    if state == Some(open) && lost.is_empty() && new.is_empty() {
                        Ok(())
                    } else {
                        Err(format!("open: {state:?}; not there: {lost:#?}; there and not expected: {new:#?}"))
                    },
                )
            })
            .await
    }

    /// The work that every step has in common: questions, documents, dates and statements.
    pub(super) async fn answer(&mut self, step: &str) -> Result<(), Failure> {
        let step = self.step(step)?;
        for id in self.unmet(step) {
            self.rate_from_gate(step, id).await?;
        }
        let documents = self.unwritten(step);
        if !documents.is_empty() {
            self.page(AssessmentPage::Documents).await?;
        }
        for (id, name, kind) in documents {
            self.write_document(name, kind).await?;
            self.documents.insert(id.to_owned());
        }
        for id in self.undated(step) {
            if self.overdue != Some(id) {
                self.date(id, 200).await?;
                self.undated.remove(&id);
            }
        }
        let labels = self.unticked(step);
        if !labels.is_empty() {
            self.page_at(AssessmentPage::Roadmap, &format!("at={}", step.id))
                .await?;
        }
        for label in labels {
            self.browser
                .click(&checkbox(label).within(css(".gate")))
                .await?;
        }
        let ticked = step.gate.iter().filter_map(|it| match it {
            Condition::Confirm { id, .. } => Some(id.clone()),
            _ => None,
        });
        self.statements.extend(ticked);
        Ok(())
    }

    /// Follows the link of a blocker to its question and rates it there by keyboard.
    async fn rate_from_gate(
        &mut self,
        step: &'static Step,
        id: RequirementId,
    ) -> Result<(), Failure> {
        self.page_at(AssessmentPage::Roadmap, &format!("at={}", step.id))
            .await?;
        let place = css(format!(
            ".gate .blocker[data-lack=rating] a[href$='at={}']",
            self.id(id)
        ));
        self.browser.click(&place).await?;
        let card = format!(
            "document.activeElement.closest('[id=\"question-{}\"]')",
            self.id(id)
        );
        self.browser
            .until_true("the question to have the focus", &card)
            .await?;
        self.browser.press("4").await?;
        if let Some(it) = self.ratings.get_mut(id.index()) {
            *it = Some(Rating::Evidenced);
        }
        Ok(())
    }

    async fn write_document(&self, name: &str, kind: DocumentKind) -> Result<(), Failure> {
        let (group, state) = if kind == DocumentKind::Record {
            ("documents-record-state", DocumentState::Exists)
        } else {
            ("documents-state", DocumentState::Approved)
        };
        let label = words_with("documents-state-of", &[("document", name.into())])?;
        let state = words(&format!("{group}-{}", state.key()))?;
        self.browser.choose(&combobox(label), &state).await
    }

    /// Enters when a duty was last carried out, and in how many days it is next due.
    pub(super) async fn date(&self, id: RequirementId, next: i64) -> Result<(), Failure> {
        let requirement = self.all.requirement(id);
        self.page_at(
            AssessmentPage::Clause(requirement.clause.clone()),
            &format!("at={}", requirement.id),
        )
        .await?;
        let card = format!("[id='question-{}']", requirement.id);
        let duty = format!("[id='question-{}-panel-duty']", requirement.id);
        let opener = css(format!(
            "[aria-controls='question-{}-panel-duty']",
            requirement.id
        ));
        self.browser.click(&opener.within(css(card))).await?;
        self.day(&duty, "question-last", -100).await?;
        self.day(&duty, "question-next", next).await
    }

    /// Follows the first link with a name among the blockers of a step to the workspace where it is put right.
    pub(super) async fn follow(&self, step: &str, name: &str) -> Result<(), Failure> {
        self.page_at(AssessmentPage::Roadmap, &format!("at={step}"))
            .await?;
        let place = link(name).within(css(".gate .blocker"));
        self.browser
            .until(&format!("a click on {place}"), async || {
                match self.browser.all(&place).await?.into_iter().next() {
                    Some(first) => {
                        first.click().await?;
                        Ok(Ok(()))
                    }
                    None => Ok(Err("it is not there".to_owned())),
                }
            })
            .await?;
        self.browser
            .until_true(
                "the page behind the link",
                "!location.hash.includes('/roadmap') && document.querySelector('main h1') && !document.querySelector('main .roadmap, main .loading')",
            )
            .await
    }
}

/// A fact that is not shown, as a blocker.
pub(super) fn fact(it: &str) -> Result<String, Failure> {
    Ok(format!("fact: {}", words(&format!("blocker-fact-{it}"))?))
}

/// What a record with a name lacks, as a blocker.
pub(super) fn lack(lack: &str, name: &str) -> Result<String, Failure> {
    lack_of(lack, name, "")
}

/// What a record with a name lacks about an item of it, as a blocker; an empty name where there is no record.
pub(super) fn lack_of(lack: &str, name: &str, item: &str) -> Result<String, Failure> {
    let words = words_with(&format!("lack-{lack}"), &[("item", item.into())])?;
    Ok(format!("{lack}: {}", format!("{name} {words}").trim()))
}

/// What a list of lines is called, line by line.
pub(super) fn line(label: &str, number: usize) -> Result<String, Failure> {
    words_with(
        "list-line",
        &[("label", words(label)?.into()), ("number", number.into())],
    )
}
