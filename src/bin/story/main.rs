//! The native tool: checks stories, and writes what is made from them.

mod check;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use infographic::story::source;

const USAGE: &str = "\
usage: story check FILE…    tell every problem of story files, with line and column
       story schema         print the JSON Schema of story files
";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else { return usage("a command is missing") };
    match (command.to_str(), rest) {
        (Some("check"), []) => usage("check needs the name of a file"),
        (Some("check"), files) => check::run(files),
        (Some("schema"), []) => print(&source::schema(), ExitCode::SUCCESS),
        (Some("schema"), _) => usage("schema takes no arguments"),
        (Some("help" | "--help" | "-h"), _) => print(USAGE, ExitCode::SUCCESS),
        _ => usage(&format!("there is no command `{}`", command.to_string_lossy().escape_debug())),
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
