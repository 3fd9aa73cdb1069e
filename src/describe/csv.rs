//! Facts as a file for a spreadsheet: RFC 4180, with the byte order mark without which Excel misreads Chinese.

use super::name::paragraphs;
use super::table::reached;
use crate::edition::{Edition, MissingFact};
use crate::format;
use crate::story::{Figure, Statistic, Text};
use crate::words::words;

/// The file of one figure's numbers, in the order of its table, or of all numbers.
///
/// # Errors
/// The figure names a fact that the story lacks.
pub fn file(edition: &Edition, figure: Option<&Figure>) -> Result<String, MissingFact> {
    match figure {
        Some(figure) => csv(edition, &reached(figure).into_iter().map(|(id, _)| id).collect::<Vec<_>>()),
        None => csv(edition, &edition.story.statistics().map(Statistic::id).collect::<Vec<_>>()),
    }
}

/// A file of facts, one a row under a head, in the order given: id, label, the article's characters, the number in its
/// base unit (or the date), qualifier, unit, period, paragraph, formula, note. Lines end in CR LF.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
fn csv(edition: &Edition, facts: &[&str]) -> Result<String, MissingFact> {
    let words = words(edition.locale);
    let mut file = format!("\u{feff}{}", row(words.csv_columns().map(str::to_owned)));
    for id in facts {
        let statistic = edition.statistic(id)?;
        let (printed, date) = match statistic {
            Statistic::Fact(fact) => (fact.printed.clone(), fact.date.clone()),
            Statistic::Derived(_) => Default::default(),
        };
        file += &row([
            statistic.id().to_owned(),
            edition.text(statistic.label()).to_owned(),
            printed,
            date.unwrap_or_else(|| edition.value(id).map(format::plain).unwrap_or_default()),
            words.qualifier(edition.qualifier(id)).unwrap_or_default().to_owned(),
            unit(edition, statistic),
            edition.period(id)?.unwrap_or_default(),
            paragraphs(statistic).join(words.between()),
            statistic.formula().map(|formula| formula.text().to_owned()).unwrap_or_default(),
            statistic.note().map(|note| edition.fill(note)).unwrap_or_default(),
        ]);
    }
    Ok(file)
}

/// The unit of the number in words: tonnes, not t. What is written in another scale is a number in its base unit here, so that a
/// percentage is a ratio.
fn unit(edition: &Edition, statistic: Statistic<'_>) -> String {
    let Ok(unit) = edition.unit(statistic) else { return String::new() };
    if unit.scale.is_some() {
        let ratio = unit.dimension.trim() == "1";
        return if ratio { words(edition.locale).ratio.to_owned() } else { String::new() };
    }
    // The form for more than one stands last.
    let form = |text: &Text| edition.text(text).rsplit('|').next().unwrap_or_default().to_owned();
    let spoken = unit.spoken.as_ref().map(form).filter(|form| form.starts_with("{}") || form.ends_with("{}"));
    let form = spoken.unwrap_or_else(|| form(&unit.form));
    match form.split_once("{}") {
        Some((before, after)) if !before.is_empty() && !after.is_empty() => format!("{before}…{after}"),
        _ => form.replace("{}", "").trim().to_owned(),
    }
}

fn row(cells: [String; 10]) -> String {
    cells.map(|text| cell(&text)).join(",") + "\r\n"
}

/// A text as a cell: quoted where it has to be, an apostrophe before what a spreadsheet would work out.
fn cell(text: &str) -> String {
    let guarded = if is_formula(text) { format!("'{text}") } else { text.to_owned() };
    match text.contains(['"', ',', '\r', '\n']) {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}

/// Whether a spreadsheet would work the cell out. A plain negative number it may.
fn is_formula(cell: &str) -> bool {
    let number = cell.strip_prefix('-').unwrap_or_default();
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    !plain && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::story::Locale;

    fn rows(locale: Locale, ids: &[&str]) -> Vec<String> {
        let file = csv(&fixture::small(locale), ids).expect("a file");
        let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
        file.split_terminator("\r\n").skip(1).map(str::to_owned).collect()
    }

    #[test]
    fn a_row_holds_the_number_and_where_it_comes_from() {
        assert_eq!(rows(Locale::Zh, &["cargo"]), ["cargo,货量,约30万吨,300000,约,吨,2023年,P1,,装在7艘上。"]);
        assert_eq!(
            rows(Locale::En, &["load"]),
            ["load,Cargo a ship,,10714.2857142857,about,tonnes a ship,,,cargo / (ships * two) / two,"]
        );
        assert_eq!(rows(Locale::En, &["day"]), ["day,First voyage,3月5日,2024-03-05,,,year inferred,P4,,"]);
        assert_eq!(rows(Locale::En, &["ships"]), [r#"ships,Ships 1–5,7艘,7,,ships,,"P1, P2, P3",,"#]);
        assert_eq!(rows(Locale::En, &[]), Vec::<String>::new());
    }

    #[test]
    fn no_text_becomes_a_formula_but_a_negative_number_stays_one() {
        assert_eq!(rows(Locale::Zh, &["hostile"]), [r#"hostile,"'=1+1,""甲""",'-2+3,,,,,'=P1,,"#]);
        assert_eq!(rows(Locale::En, &["hostile"]), [r#"hostile,"'@SUM(1), ""a""",'-2+3,,,,,'=P1,,"#]);
        assert_eq!(rows(Locale::En, &["fall"]), ["fall,Change of cargo,'-5%,-0.05,,ratio,2023,P1,,"]);
        let cells = row(["-5", "-", "-5.5", "--5", "+5", "\t=1", "＝1", "a\nb", "−5", ""].map(str::to_owned));
        assert_eq!(cells, "-5,'-,-5.5,'--5,'+5,'\t=1,'＝1,\"a\nb\",−5,\r\n");
    }
}
