//! The bodies of the fuzz targets as property tests: whatever bytes a medium, a file or an address holds, nothing
//! panics, and what has to hold does.

#[path = "../../fuzz/src/bodies.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the fuzz crate shows them to its targets"
)]
mod bodies;

use proptest::prelude::*;

use super::cases;

/// Bytes that look like what a body reads, more or less.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "J", "D", "H", "S", "Q", "j", "d", "\n", "|", "=", "/", "-", ".", "1", "7.ab", "W1|", "{}", "null",
            "answer/4.1-a", "about/main", "conflict/", "waymark/x/", "\u{0}", "%2f", "#/a/", "?", "&", "{\"", "\":",
            "[", "]", "\"label\"", "\"changes\"", "\"format\":\"waymark\"", "\"version\":1", "\"note\":\"n\"", ",", "}",
        ]).prop_map(|it| it.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..9),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_parser_panics_whatever_it_is_given(bytes in bytes()) {
        for (_, body) in bodies::ALL {
            body(&bytes);
        }
    }
}

#[test]
fn the_shapes_that_are_written_reach_the_end_of_each_body() {
    bodies::record(b"x/answer/4.1-a\n1|7.ab|-|{}");
    bodies::export(include_bytes!("../golden/export-v1.json"));
    bodies::migration(br#"{"note":"n"}"#);
    bodies::migration(b"no JSON");
    bodies::route(b"/a/3f2a/clause/8.6?rating=thin");
    bodies::journal(b"Jabout/main=1|1.ab|-|{}\nDanswer/a=1|2.ab|-|1\nJanswer/a=1|3.cd|2.ab|2\njanswer/b=rubbish");
    bodies::tables(b"Dabout/main=1|1.ab|-|{}\nH00000000000000000001.ab=edit|2|{}{}\nS1.1.ab/2026/r/import=body");
    bodies::copies(b"\x00\x08\x01\x00\x50\x80\nDabout/main=1|1.ab|-|{}\nDanswer/a=1|2.ab|-|1");
    bodies::edit(
        br#"{"label":"l","changes":[["answer/4.1-a",{"rating":"thin"}],["x/y",null,{"a":1}]]}"#,
    );
}
