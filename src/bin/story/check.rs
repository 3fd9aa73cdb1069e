//! `story check FILE…`: every problem of every file at once.

use std::ffi::{OsStr, OsString};
use std::fmt::Write;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use infographic::story::Story;
use infographic::story::check::MAX_BYTES;
use infographic::story::source::{self, Located};

/// Checks the files. Succeeds when none of them has a problem.
pub(crate) fn run(files: &[OsString]) -> ExitCode {
    let mut report = String::new();
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match read(file) {
            Ok(story) => report += &format!("{}: {}\n", Path::new(file).display(), counts(&story)),
            Err(problems) => {
                code = ExitCode::FAILURE;
                report += &problems;
            }
        }
    }
    super::print(&report, code)
}

/// The story of a file, or all its problems, a line or two each.
pub(crate) fn read(file: &OsStr) -> Result<Story, String> {
    let name = Path::new(file).display().to_string();
    let text = load(Path::new(file), MAX_BYTES).map_err(|error| format!("{name}: cannot be read: {error}\n"))?;
    let beside = |article: &str| {
        let path = Path::new(file).parent().unwrap_or(Path::new("")).join(article);
        load(&path, MAX_BYTES).map_err(|error| error.to_string())
    };
    source::read_with_article(&text, beside)
        .map_err(|problems| problems.iter().map(|problem| line(&name, problem)).collect())
}

/// The text of a file, one byte more than the most that is read of it: a device or a pipe may never end.
pub(crate) fn load(path: &Path, most: usize) -> std::io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(most as u64 + 1).read_to_string(&mut text)?;
    Ok(text)
}

fn line(name: &str, problem: &Located) -> String {
    let Located { line, column, place, message, hint } = problem;
    let mut text = format!("{name}:{line}:{column}: {message}");
    if !place.is_empty() {
        let _ = write!(text, " [{place}]");
    }
    if let Some(hint) = hint {
        let _ = write!(text, "\n    {hint}");
    }
    text + "\n"
}

fn counts(story: &Story) -> String {
    let counted = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    format!(
        "no problems in {}, {} and {}, told in {}",
        counted(story.facts.len(), "fact"),
        counted(story.derived.len(), "derived fact"),
        counted(story.figures().count(), "figure"),
        counted(story.locales.len(), "language"),
    )
}
