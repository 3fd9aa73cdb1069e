//! What holds of lines and columns, on stories made up for it.

use serde_json::{Value, json};

use crate::describe::{fixture::over_time, summary};
use crate::figure::testing::{Sample, texts};
use crate::scene::{Ink, Item, Mark, Scene, Shape};
use crate::story::Locale;

/// An entry with these numbers; the periods of those that are `None` are left out.
fn entry(id: &str, first: i32, values: &[Option<f64>]) -> Value {
    let numbers = values.iter().enumerate().filter_map(|(index, value)| Some((first + index as i32, (*value)?)));
    let observations: Vec<Value> =
        numbers.map(|(year, value)| json!({"period": year.to_string(), "printed": "数字", "value": value})).collect();
    json!({"id": id, "observations": observations})
}

fn known(id: &str, first: i32, values: &[f64]) -> Value {
    entry(id, first, &values.iter().copied().map(Some).collect::<Vec<_>>())
}

fn sample(panels: Value, series: &[Value]) -> Sample {
    Sample::new(&[], &[], json!({"series": {"panels": panels}})).with_series(series)
}

fn with_forecast(form: &str) -> Sample {
    let mut series = known("a", 2020, &[3.0, 4.0, 5.0, 6.0, 6.5]);
    for (index, low, high) in [(3, 5.0, 7.0), (4, 4.0, 9.0)] {
        let observation = &mut series["observations"][index];
        observation["forecast"] = json!(true);
        observation["interval"] = json!({"printed": "数字", "low": low, "high": high});
    }
    Sample::new(&[], &[], json!({"series": {"panels": [["a"]], "form": form}})).with_series(&[series])
}

fn scene(sample: &Sample) -> Scene {
    sample.scene(Locale::Zh, 680.0, 1.0, 0)
}

fn items(scene: &Scene) -> impl Iterator<Item = &Item> {
    scene.marks.iter().flat_map(|mark| &mark.items)
}

/// The lines in the chapter's colour: how many points each has.
fn lines(scene: &Scene) -> Vec<usize> {
    let points = |item: &Item| match &item.shape {
        Shape::Line { points, .. } if item.ink == Ink::Hue1 => Some(points.len()),
        _ => None,
    };
    items(scene).filter_map(points).collect()
}

#[test]
fn a_number_stands_over_its_period_in_proportion_to_its_scale() {
    let scene = scene(&sample(json!([["a"]]), &[known("a", 2020, &[0.0, 2.0, 8.0])]));
    let path = items(&scene).find_map(|item| match &item.shape {
        Shape::Line { points, .. } if points.len() == 3 => Some(points.clone()),
        _ => None,
    });
    let [one, two, three] = path.expect("a line")[..] else { panic!("three points") };
    assert!(((three.x - two.x) - (two.x - one.x)).abs() < 1e-9);
    assert!(((one.y - three.y) / (one.y - two.y) - 4.0).abs() < 1e-9);
}

#[test]
fn a_gap_breaks_the_line_and_is_said() {
    let sample = sample(json!([["a"]]), &[entry("a", 2018, &[Some(1.0), Some(2.0), None, None, Some(3.0), Some(1.0)])]);
    let scene = scene(&sample);
    assert_eq!(lines(&scene), [2, 2]);
    let said: Vec<&str> = texts(&scene).iter().map(|label| label.text.as_str()).collect();
    assert!(said.contains(&"缺2020年至2021年的数。"), "{said:?}");
}

#[test]
fn a_number_between_two_gaps_is_seen() {
    let scene = scene(&sample(
        json!([["a"]]),
        &[entry("a", 1900, &{
            let mut values = vec![Some(1.0); 100];
            (values[49], values[51]) = (None, None);
            values
        })],
    ));
    let alone = scene.marks.iter().find(|mark| mark.key == "a-1950").expect("a mark").area.center().x;
    let drawn = |item: &Item| matches!(&item.shape, Shape::Dots { centers, .. } if centers.iter().any(|center| (center.x - alone).abs() < 1e-9));
    assert!(items(&scene).any(drawn));
}

#[test]
fn a_forecast_is_dashed_within_a_band_that_begins_at_the_last_number() {
    let scene = scene(&with_forecast("lines"));
    let (solid, dashes) = lines(&scene).into_iter().partition::<Vec<_>, _>(|points| *points > 2);
    assert!(solid == [3] && dashes.len() > 10, "{solid:?} {dashes:?}");
    let bands = items(&scene).filter_map(|item| match &item.shape {
        Shape::Polygon(corners) if item.alpha < 1.0 => Some(corners),
        _ => None,
    });
    let [band] = bands.collect::<Vec<_>>()[..] else { panic!("one band") };
    let mark = |key: &str| scene.marks.iter().find(|mark| mark.key == key).expect("a mark").area.center().x;
    let left = band.iter().map(|corner| corner.x).fold(f64::INFINITY, f64::min);
    assert!(band.len() == 6 && (left - mark("a-2022")).abs() < 1e-9, "{band:?}");
}

#[test]
fn an_expected_column_is_pale_and_outlined() {
    let scene = scene(&with_forecast("columns"));
    let columns = items(&scene).filter(|item| item.ink == Ink::Hue1 && matches!(item.shape, Shape::Bar(_)));
    let pale: Vec<bool> = columns.map(|item| item.alpha < 1.0).collect();
    assert_eq!((pale, lines(&scene)), (vec![false, false, false, true, true], vec![5, 5]));
}

#[test]
fn columns_rise_and_fall_from_zero() {
    let series = known("a", 2020, &[2.0, -1.0]);
    let sample = Sample::new(&[], &[], json!({"series": {"panels": [["a"]], "form": "columns"}}));
    let scene = scene(&sample.with_series(&[series]));
    let columns = items(&scene).filter_map(|item| match item.shape {
        Shape::Bar(rect) if item.ink == Ink::Hue1 => Some(rect),
        _ => None,
    });
    let [up, down] = columns.collect::<Vec<_>>()[..] else { panic!("two columns") };
    assert!((up.y1 - down.y0).abs() < 1e-9 && (up.height() / down.height() - 2.0).abs() < 1e-9);
}

#[test]
fn lines_are_told_apart_without_colour_and_named_at_their_ends() {
    let series = ["a", "b", "c", "d", "e"].map(|id| known(id, 2020, &[1.0, 2.0]));
    let scene = scene(&sample(json!([["a", "b", "c", "d", "e"]]), &series));
    let marker = |item: &Item| match &item.shape {
        Shape::Dots { .. } => Some(Vec::new()),
        Shape::Polygon(corners) => {
            let from = corners.first().copied().unwrap_or_default();
            Some(corners.iter().map(|corner| format!("{:.1} {:.1}", corner.x - from.x, corner.y - from.y)).collect())
        }
        _ => None,
    };
    let mut shapes: Vec<Vec<String>> = items(&scene).filter_map(marker).collect();
    shapes.sort();
    shapes.dedup();
    assert_eq!(shapes.len(), 5);
    let names = texts(&scene).iter().filter(|label| label.text.starts_with("货物吞吐量")).count();
    assert_eq!(names, 5);
}

#[test]
fn panels_have_a_scale_of_their_own_unless_they_share_one() {
    let series = [known("a", 2020, &[1.0, 8.0]), known("b", 2020, &[100.0, 800.0])];
    for common in [false, true] {
        let drawing = json!({"series": {"panels": [["a"], ["b"]], "common_scale": common}});
        let scene = scene(&Sample::new(&[], &[], drawing).with_series(&series));
        let panel = |key: &str| scene.marks.iter().find(|mark| mark.key == key).expect("a panel");
        let [one, other] = ["panel-0", "panel-1"].map(|key| scale(panel(key)));
        assert!(one.len() > 2 && (one == other) == common, "{one:?} {other:?}");
    }
}

/// What is written on a panel's scale.
fn scale(panel: &Mark) -> Vec<&str> {
    let mut texts = Vec::new();
    for item in &panel.items {
        match &item.shape {
            Shape::Text(label) if item.ink == Ink::Muted && label.text.starts_with(char::is_numeric) => {
                texts.push(label.text.as_str())
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn ten_years_of_one_series_are_no_higher_than_three_bars() {
    let series = known("a", 2015, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]);
    for width in [280.0, 343.0, 574.0, 720.0, 1180.0] {
        let ours = sample(json!([["a"]]), std::slice::from_ref(&series)).scene(Locale::Zh, width, 1.0, 0);
        assert!(ours.size.height < 320.0, "{:?}", ours.size);
    }
}

#[test]
fn a_finger_meets_the_number_that_it_is_nearest_to() {
    let values: Vec<f64> = (0..200).map(|index| f64::from(index % 7)).collect();
    let scene = scene(&sample(json!([["a", "b"]]), &[known("a", 1800, &values), known("b", 1801, &values)]));
    for index in scene.order() {
        assert_eq!(scene.hit(scene.marks[index].area.center(), 12.0), Some(index));
    }
}

#[test]
fn a_series_holds_at_every_width() {
    sample(json!([["a"]]), &[known("a", 2015, &[1.0, 2.0])]).check();
    sample(json!([["a"]]), &[known("a", 1700, &(0..300).map(f64::from).collect::<Vec<_>>())]).check();
    let together = ["a", "b", "c", "d", "e"].map(|id| known(id, 2020, &[7.0, 7.0, 0.0, -1e300]));
    sample(json!([["a", "b", "c", "d", "e"]]), &together).check();
    sample(json!([["a", "b"], ["c", "d", "e"]]), &together).check();
    sample(json!([[], ["unknown"], ["a"]]), &[known("a", 1, &[1.0])]).check();
    with_forecast("lines").check();
    with_forecast("columns").check();
}

fn check_summary(id: &str, zh: &str, en: &str) {
    for (locale, expected) in [(Locale::Zh, zh), (Locale::En, en)] {
        let edition = over_time(locale);
        assert_eq!(summary(&edition, edition.figure(id).expect("a figure")).as_deref(), Ok(expected));
    }
}

#[test]
fn a_line_says_its_ends_and_its_extremes_between_them() {
    check_summary(
        "harvest",
        "一条随时间变化的折线。粮食产量从60.12万吨（2015年）到68.85万吨（2024年），最低59.3万吨（2018年）。",
        "One line over time. Grain harvest from 601,200 tonnes (2015) to 688,500 tonnes (2024), lowest 593,000 tonnes (2018).",
    );
}

#[test]
fn a_gap_is_said_of_the_line_that_has_it() {
    check_summary(
        "visitors",
        "两条随时间变化的折线。镜湖公园从12.1万人次（2023年1月）到12.4万人次（2024年12月），最高37.4万人次（2024年6月），最低11.8万人次（2023年12月）；松岭公园从8.4万人次（2023年1月）到10.4万人次（2024年12月），最高26.8万人次（2024年10月）。镜湖公园缺2024年2月至3月的数。",
        "Two lines over time. Mirror Lake from 121,000 visits (January 2023) to 124,000 visits (December 2024), highest 374,000 visits (June 2024), lowest 118,000 visits (December 2023); Pine Ridge from 84,000 visits (January 2023) to 104,000 visits (December 2024), highest 268,000 visits (October 2024). Mirror Lake: no number for February to March 2024.",
    );
}

#[test]
fn a_forecast_is_said_to_be_one() {
    check_summary(
        "growth-rate",
        "一条随时间变化的折线。同比增速从4.8%（2022年一季度）到约5.2%（2025年三季度），最高6.3%（2023年二季度），最低0.4%（2022年二季度）。其中三个数为预测。“约”的数是近似值。",
        "One line over time. Growth on the year from 4.8 percent (Q1 2022) to about 5.2 percent (Q3 2025), highest 6.3 percent (Q2 2023), lowest 0.4 percent (Q2 2022). Three numbers are forecasts. Numbers given as ‘about’ are approximate.",
    );
}

#[test]
fn a_number_below_zero_is_said_in_words() {
    check_summary(
        "net-migration",
        "一组随时间变化的柱。人口净流入从3.2万人（2015年）到2.5万人（2025年），最低负1.7万人（2020年）。其中一个数为预测。",
        "One row of columns over time. Net migration from 32,000 people (2015) to 25,000 people (2025), lowest minus 17,000 people (2020). One number is a forecast.",
    );
}
