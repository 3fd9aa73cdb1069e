//! The native tool: checks stories, and writes what is made from them.

mod check;
mod pages;
mod theme;

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use infographic::story::source;

const USAGE: &str = "\
usage: story check FILE…    tell every problem of story files, with line and column
       story schema         print the JSON Schema of story files
       story theme          print the stylesheet of the palettes
       story pages FILE --out FOLDER
                            write the pages, plates and tables of the published site
";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else { return usage("a command is missing") };
    match (command.to_str(), rest) {
        (Some("check"), []) => usage("check needs the name of a file"),
        (Some("check"), files) => check::run(files),
        (Some("schema"), []) => print(&source::schema(), ExitCode::SUCCESS),
        (Some("schema"), _) => usage("schema takes no arguments"),
        (Some("theme"), []) => print(&theme::stylesheet(), ExitCode::SUCCESS),
        (Some("theme"), _) => usage("theme takes no arguments"),
        (Some("pages"), [file, out, folder]) if out.to_str() == Some("--out") => write_pages(file, folder),
        (Some("pages"), _) => usage("pages takes a story file, and --out with a folder"),
        (Some("help" | "--help" | "-h"), _) => print(USAGE, ExitCode::SUCCESS),
        _ => usage(&format!("there is no command `{}`", command.to_string_lossy().escape_debug())),
    }
}

/// Writes the site's pages, once the story has been checked.
fn write_pages(file: &OsStr, folder: &OsStr) -> ExitCode {
    let story = match check::read(file) {
        Ok(story) => story,
        Err(problems) => {
            complain(&problems);
            return ExitCode::FAILURE;
        }
    };
    match pages::write(&story, Path::new(folder)) {
        Ok(count) => print(&format!("{count} files in {}\n", folder.to_string_lossy()), ExitCode::SUCCESS),
        Err(error) => {
            complain(&format!("story pages: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Prints to standard output. A reader that has gone away, such as `head`, is no mistake of ours.
fn print(text: &str, code: ExitCode) -> ExitCode {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(&format!("cannot print: {error}\n"));
            ExitCode::FAILURE
        }
        _ => code,
    }
}

/// Prints to standard error; where that fails too, there is nobody left to tell.
fn complain(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

fn usage(wrong: &str) -> ExitCode {
    complain(&format!("story: {wrong}\n{USAGE}"));
    ExitCode::from(2)
}
