//! How well the numbers of an article are found, measured against a table that a person made:
//!
//! ```sh
//! cargo run --example finding -- tests/fixtures/articles/*.txt
//! ```
//!
//! Beside each text stands its table (`.csv`) with the columns `paragraph`, `printed`, `value` and `qualifier`, and perhaps `unit` as
//! printed: a row for each number that an editor would take.

use std::error::Error;
use std::path::PathBuf;

use infographic::draft::{Draft, Finding};
use infographic::numeral::Decimal;
use infographic::story::Qualifier;
use serde::Deserialize;

/// A number that an editor would take.
#[derive(Deserialize)]
struct Row {
    paragraph: String,
    printed: String,
    value: f64,
    unit: Option<String>,
    qualifier: Qualifier,
}

#[derive(Default)]
struct Measure {
    rows: usize,
    found: usize,
    values: usize,
    units: usize,
    qualifiers: usize,
    extra: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let texts = std::env::args().skip(1).map(PathBuf::from);
    report(texts)?;
    Ok(())
}

/// Prints the measure of each text and of all, which comes out.
fn report(texts: impl Iterator<Item = PathBuf>) -> Result<Measure, Box<dyn Error>> {
    let mut all = Measure::default();
    println!(
        "{:28} {:>5} {:>7} {:>7} {:>7} {:>10} {:>6}",
        "", "rows", "found", "values", "units", "qualifiers", "extra"
    );
    for text in texts {
        let name = text.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let draft = Draft::new(&std::fs::read_to_string(&text)?)?;
        let rows =
            csv::Reader::from_path(text.with_extension("csv"))?.into_deserialize().collect::<Result<Vec<Row>, _>>()?;
        let one = measure(&draft, &rows);
        one.print(&name);
        all.add(&one);
    }
    all.print("all");
    Ok(all)
}

fn measure(draft: &Draft, rows: &[Row]) -> Measure {
    let mut left: Vec<&Finding> = draft.findings.iter().filter(|finding| finding.taken).collect();
    let mut measure = Measure { rows: rows.len(), ..Measure::default() };
    for row in rows {
        let place = left.iter().position(|finding| is_of(draft, finding, row));
        let Some(finding) = place.map(|place| left.remove(place)) else {
            println!("  not found: {} {}", row.paragraph, row.printed);
            continue;
        };
        let (value, qualifier) = (finding.numeral.value, finding.numeral.qualifier.unwrap_or_default());
        let right = [
            near(value, row.value),
            row.unit.as_ref().is_none_or(|unit| *unit == finding.numeral.unit),
            qualifier == row.qualifier,
        ];
        if right != [true; 3] {
            println!(
                "  wrong: {} {} read as {value} {:?} {qualifier:?}",
                row.paragraph, row.printed, finding.numeral.unit
            );
        }
        measure.found += 1;
        measure.values += usize::from(right[0]);
        measure.units += usize::from(right[1]);
        measure.qualifiers += usize::from(right[2]);
    }
    for finding in &left {
        println!("  extra: {} {}", number(draft, finding), finding.printed);
    }
    measure.extra = left.len();
    measure
}

/// Whether a finding is the number of a row: in its paragraph, and one's printed form in the other's.
fn is_of(draft: &Draft, finding: &Finding, row: &Row) -> bool {
    let (one, other) = (finding.printed.as_str(), row.printed.as_str());
    number(draft, finding) == row.paragraph && (one.contains(other) || other.contains(one))
}

fn number<'a>(draft: &'a Draft, finding: &Finding) -> &'a str {
    draft.article.paragraphs.get(finding.paragraph).map_or("", |paragraph| &paragraph.number)
}

fn near(value: Decimal, expected: f64) -> bool {
    (value.to_f64() - expected).abs() <= expected.abs() * 1e-9
}

impl Measure {
    fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.found += other.found;
        self.values += other.values;
        self.units += other.units;
        self.qualifiers += other.qualifiers;
        self.extra += other.extra;
    }

    fn print(&self, name: &str) {
        let Self { rows, found, values, units, qualifiers, extra } = self;
        println!("{name:28} {rows:>5} {found:>7} {values:>7} {units:>7} {qualifiers:>10} {extra:>6}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_hundred_numbers_at_least_95_are_found_and_read_rightly() -> Result<(), Box<dyn Error>> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/articles");
        let files = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path());
        let measure = report(files.filter(|path| path.extension().is_some_and(|kind| kind == "txt")))?;
        let enough = measure.rows * 95;
        for right in [measure.found, measure.values, measure.units, measure.qualifiers] {
            assert!(right * 100 >= enough, "{right} of {}", measure.rows);
        }
        assert!(measure.extra * 20 <= measure.rows, "{} numbers that are none", measure.extra);
        Ok(())
    }
}
