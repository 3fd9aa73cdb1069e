//! Numbers over time in a story: they become facts, and what is wrong with them is told at their place.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test, a surprise ends it")]

pub mod fixtures;

use fixtures::OVER_TIME;
use infographic::edition::Edition;
use infographic::story::source::read;
use infographic::story::{Locale, Story};
use serde_json::{Value, json};

fn story(text: &str) -> Story {
    read(text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The story with values replaced: each by its place.
fn edited(edits: &[(&str, Value)]) -> String {
    let mut story: Value = serde_json::from_str(OVER_TIME).expect("JSON");
    for (place, value) in edits {
        *story.pointer_mut(place).unwrap_or_else(|| panic!("there is no {place}")) = value.clone();
    }
    story.to_string()
}

/// What is told of the story with these values.
fn told(edits: &[(&str, Value)]) -> Vec<String> {
    let problems = read(&edited(edits)).err().unwrap_or_default();
    problems.into_iter().map(|problem| format!("{}: {}", problem.place, problem.message)).collect()
}

#[test]
fn each_number_becomes_a_fact_and_each_end_of_an_interval() {
    let edition = Edition::new(story(OVER_TIME), Locale::En).expect("an edition");
    let said = |id: &str| {
        let (label, written) = (edition.label(id).expect("a label"), edition.written(id).expect("a number"));
        [label, &written, &edition.period(id).expect("a period").unwrap_or_default()].join("; ")
    };
    assert_eq!(said("grain-2024"), "Grain harvest; 688,500 t; 2024");
    assert_eq!(said("lake-2023-06"), "Visitors to Mirror Lake Park; 358,000 visits; June 2023");
    assert_eq!(said("solar-2024-h2"), "Electricity from the sun; 910 million kWh; H2 2024");
    assert_eq!(said("growth-2025-q3"), "Growth of output on the year before; about 5.2%; Q3 2025, forecast");
    assert_eq!(said("growth-2025-q3-high"), "Growth of output on the year before, upper end; 6.2%; Q3 2025, forecast");
    assert!(edition.statistic("lake-2024-02").is_err(), "a period that is left out has no fact");
}

#[test]
fn a_story_is_written_as_it_was_read() {
    let read = story(OVER_TIME);
    let written = serde_json::to_string(&read).expect("JSON");
    assert!(!written.contains("grain-2015") && story(&written) == read, "{written}");
}

#[test]
fn what_is_wrong_with_numbers_over_time_is_told_where_they_are_written() {
    let first = "/series/0/observations";
    let observation = |period: &str| json!({"period": period, "printed": "60万吨"});
    for (edits, expected) in [
        (
            vec![("/series/0/unit", json!("tonne"))],
            "/series/0/unit: there is no unit `tonne`; name one that the story defines",
        ),
        (
            vec![("/series/0/observations/1", observation("2015"))],
            "/series/0/observations/1/period: `2015` is not after `2015`, which stands before it; write the periods in order of time, each once",
        ),
        (
            vec![("/series/0/observations/1", observation("2016-Q1"))],
            "/series/0/observations/1/period: `2016-Q1` is not as long as `2015` before it; write an entry of `series` for each length",
        ),
        (
            vec![("/series/0/observations/1", observation("2016-01/2016-05"))],
            "/series/0/observations/1/period: `2016-01/2016-05` is no year, half, quarter, month or day, which a series goes by; show numbers of other periods in `bars`",
        ),
        (
            vec![("/series/0/observations/1", observation("2016-Q5"))],
            "/series/0/observations/1/period: `2016-Q5` is not a date; write 2023, 2023-H1, 2023-Q2, 2023-06, 2023-06-30, or two dates with a slash between",
        ),
        (
            vec![("/series/3/observations/14", json!({"period": "2025-Q3", "printed": "5.2%", "value": 0.052}))],
            "/series/3/observations/14: `2025-Q3` is no forecast, but `2025-Q2` before it is one; mark both, or neither",
        ),
        (
            vec![("/series/3/observations/14/interval/high", json!(0.05))],
            "/series/3/observations/14/interval: 0.052 is not between 0.042 and 0.05; correct the number or the interval",
        ),
        (
            vec![(
                "/series/0/observations/9",
                json!({"period": "2024", "printed": "68万吨", "value": 688_500, "interval": {"printed": "6", "low": 600_000, "high": 700_000}}),
            )],
            "/series/0/observations/9/interval: an interval is drawn around a forecast only; mark the number with `forecast`, or leave the interval out",
        ),
        (
            vec![("/chapters/0/figures/1/drawing/series/panels", json!([["lake", "hill", "grain"]]))],
            "/chapters/0/figures/1/drawing/series/panels/0/2: `grain` and `lake` are in different units, and one scale has one; give each a panel, without `common_scale`",
        ),
        (
            vec![("/chapters/1/figures/2/drawing/series/panels", json!([["power", "solar"]]))],
            "/chapters/1/figures/2/drawing/series/panels/0: columns show one series a panel, and 2 stand here; give each a panel, or draw `lines`",
        ),
        (
            vec![("/chapters/0/figures/0/drawing/series/panels", json!([["grane"]]))],
            "/chapters/0/figures/0/drawing/series/panels/0/0: there is no series `grane`; name one that the story defines",
        ),
        (
            vec![("/chapters/0/figures/0/drawing/series/panels", json!([["grain"], ["grain"]]))],
            "/chapters/0/figures/0/drawing/series/panels/1/0: the drawing shows `grain` twice; show it once",
        ),
        (vec![("/series/1/id", json!("grain"))], "/series/1/id: id `grain` is taken by /series/0/id; choose another"),
        (
            vec![("/series/0/label/en", json!(""))],
            "/series/0/label/en: the text is missing in `en`; every text is given in each of the story's `locales`",
        ),
    ] {
        let told = told(&edits);
        assert!(told.iter().any(|told| told == expected), "{expected} is not told, but {told:#?}");
    }
    let few = told(&[(first, json!([observation("2024")]))]);
    assert!(
        few.contains(&format!(
            "{first}: a series needs at least 2 observations, and 1 stand here; show a single number in `bars`"
        )),
        "{few:?}"
    );
}

#[test]
fn series_of_unlike_periods_or_units_share_no_figure() {
    let panels = "/chapters/0/figures/1/drawing/series/panels";
    let unlike = told(&[(panels, json!([["lake"], ["hill"], ["grain"]]))]);
    assert_eq!(
        unlike,
        [format!(
            "{panels}/2/0: the periods of `grain` are not as long as those of `lake`, and a figure has one axis of time; show it in a figure of its own"
        )]
    );
    let common = json!({"panels": [["grain"], ["migration"]], "common_scale": true});
    let told = told(&[("/chapters/0/figures/0/drawing/series", common)]);
    let expected = "/chapters/0/figures/0/drawing/series/panels/1/0: `migration` and `grain` are in different units, and one scale has one; give each a panel, without `common_scale`";
    assert_eq!(told, [expected]);
}

#[test]
fn a_series_that_no_figure_shows_is_told_once() {
    let drawing = json!({"bars": {"panels": [["migration-2024"]]}});
    let told = told(&[
        ("/chapters/0/figures/0/drawing", drawing),
        ("/chapters/0/figures/0/title", json!({"zh": "题", "en": "title"})),
    ]);
    assert_eq!(
        told,
        ["/series/0: no figure shows the series `grain`; name it in a drawing of kind `series`, or remove it"]
    );
}
