//! Interface texts: Fluent in, pieces out.
//!
//! Understood are text, variables, string and number literals, choices by a variable, and references to terms and messages, which are put in place here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::lint;
use super::problem::{Problem, Report};
use super::source::files;
use crate::catalog::{Messages, Piece, Variant};

type Pattern = ast::Pattern<String>;

/// How deep references may lead; a ring of references ends here with a refusal.
const DEEPEST: usize = 8;

/// The folder, within that of the interface texts, of those which the first pages show.
const FIRST: &str = "first";

/// Reads every `.ftl` file of a folder and of `first/` in it. Returns the texts, and the keys of those in `first/`.
pub(crate) fn read(root: &Path, folder: &str, report: &mut Report) -> (Messages, BTreeSet<String>) {
    let mut patterns: BTreeMap<String, (String, Pattern)> = BTreeMap::new();
    let first_folder = format!("{folder}/{FIRST}");
    let mut all = files(root, folder, ".ftl", report);
    all.extend(files(root, &first_folder, ".ftl", report));
    for file in all {
        let text = match fs::read_to_string(root.join(&file)) {
            Ok(text) => text,
            Err(it) => {
                report.add(&file, "", &Problem::Unreadable(it.to_string()));
                continue;
            }
        };
        let resource = match parser::parse(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for it in errors {
                    report.add(&file, "", &Problem::Fluent(it.to_string()));
                }
                resource
            }
        };
        for entry in resource.body {
            let (key, pattern) = match entry {
                ast::Entry::Message(it) => (it.id.name, it.value),
                ast::Entry::Term(it) => (format!("-{}", it.id.name), Some(it.value)),
                ast::Entry::Junk { content } => {
                    let start: String = content.chars().take(40).collect();
                    report.add(&file, "", &Problem::Fluent(format!("\"{}\"", start.trim())));
                    continue;
                }
                _ => continue,
            };
            let Some(pattern) = pattern else {
                report.add(&file, &key, &Problem::MissingText("value".to_owned()));
                continue;
            };
            if patterns
                .insert(key.clone(), (file.clone(), pattern))
                .is_some()
            {
                report.add(&file, &key, &Problem::DuplicateId);
            }
        }
    }
    let mut messages = Messages::default();
    let mut first = BTreeSet::new();
    for (key, (file, pattern)) in &patterns {
        if key.starts_with('-') {
            continue;
        }
        match pieces(pattern, &patterns, 0) {
            Ok(pieces) => {
                check(file, key, &pieces, report);
                messages.insert(key.clone(), joined(pieces));
                if file.starts_with(&first_folder) {
                    first.insert(key.clone());
                }
            }
            Err(why) => report.add(file, key, &Problem::Fluent(why)),
        }
    }
    (messages, first)
}

fn check(file: &str, key: &str, pieces: &[Piece], report: &mut Report) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => lint::forbidden(file, key, text, report),
            Piece::Select { variants, .. } => variants
                .iter()
                .for_each(|it| check(file, key, &it.pieces, report)),
            Piece::Argument { .. } => {}
        }
    }
}

fn pieces(
    pattern: &Pattern,
    all: &BTreeMap<String, (String, Pattern)>,
    depth: usize,
) -> Result<Vec<Piece>, String> {
    if depth > DEEPEST {
        return Err("its references lead in a ring".to_owned());
    }
    let mut out = Vec::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => out.push(Piece::Text(value.clone())),
            ast::PatternElement::Placeable {
                expression: ast::Expression::Inline(inline),
            } => {
                out.extend(inline_pieces(inline, all, depth)?);
            }
            ast::PatternElement::Placeable {
                expression: ast::Expression::Select { selector, variants },
            } => {
                let ast::InlineExpression::VariableReference { id } = selector else {
                    return Err("a choice must be made by a variable".to_owned());
                };
                let default = variants
                    .iter()
                    .position(|it| it.default)
                    .ok_or("a choice needs a default variant")?;
                let variants: Result<Vec<Variant>, String> = variants
                    .iter()
                    .map(|it| {
                        let key = match &it.key {
                            ast::VariantKey::Identifier { name } => name.clone(),
                            ast::VariantKey::NumberLiteral { value } => value.clone(),
                        };
                        Ok(Variant {
                            key,
                            pieces: joined(pieces(&it.value, all, depth + 1)?),
                        })
                    })
                    .collect();
                out.push(Piece::Select {
                    name: id.name.clone(),
                    variants: variants?,
                    default,
                });
            }
        }
    }
    Ok(out)
}

fn inline_pieces(
    inline: &ast::InlineExpression<String>,
    all: &BTreeMap<String, (String, Pattern)>,
    depth: usize,
) -> Result<Vec<Piece>, String> {
    let referred = |key: String| {
        let (_, pattern) = all
            .get(&key)
            .ok_or_else(|| format!("{key} does not exist"))?;
        pieces(pattern, all, depth + 1)
    };
    match inline {
        ast::InlineExpression::StringLiteral { value }
        | ast::InlineExpression::NumberLiteral { value } => Ok(vec![Piece::Text(value.clone())]),
        ast::InlineExpression::VariableReference { id } => Ok(vec![Piece::Argument {
            name: id.name.clone(),
        }]),
        ast::InlineExpression::MessageReference {
            id,
            attribute: None,
        } => referred(id.name.clone()),
        ast::InlineExpression::TermReference {
            id,
            attribute: None,
            arguments: None,
        } => referred(format!("-{}", id.name)),
        _ => Err("functions, attributes and nested placeables are not used here".to_owned()),
    }
}

/// Joins neighbouring texts, so that a message without arguments becomes one plain text.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => out.push(piece),
        }
    }
    out
}
