//! The native tool: checks stories, and writes what is made from them.

mod check;
mod draft;
#[cfg(feature = "pictures")]
mod measure;
mod pages;
#[cfg(feature = "pictures")]
mod pictures;
#[cfg(feature = "pictures")]
mod render;
mod snippets;
mod theme;
mod wechat;

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use infographic::page::site::Site;
use infographic::story::Story;
use infographic::story::source;

const USAGE: &str = "\
usage: story check FILE…    tell every problem of story files, with line and column
       story draft FILE     print a draft of a story file from an article's text: its numbers as facts, its paragraphs as figures
       story schema         print the JSON Schema of story files
       story theme          print the stylesheet of the palettes
       story snippets       print the snippets for other pages
       story words          print the type of the words that the shell finds in a page
       story pages FILE --out FOLDER [--site ADDRESS]
                            write the pages, plates and tables of the published site; with the address that it is
                            published at, also share tags and oEmbed answers
       story wechat FILE --out FOLDER [--site ADDRESS]
                            write the story and each figure for articles inside a messenger, to be pasted; with the cargo
                            feature `pictures` also each figure's drawing as PNG
       story poster FILE --out FOLDER [--site ADDRESS]
                            write the whole story as one tall picture, as PNG and PDF, with a code of the address
       story cards FILE --out FOLDER
                            write each figure as a picture for share cards
                            (both need the cargo feature `pictures`)
";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else { return usage("a command is missing") };
    match (command.to_str(), rest) {
        (Some("check"), files @ [_, ..]) => check::run(files),
        (Some("draft"), [file]) => draft::run(file),
        (Some("schema"), []) => print(&source::schema(), ExitCode::SUCCESS),
        (Some("theme"), []) => print(&theme::stylesheet(), ExitCode::SUCCESS),
        (Some("snippets"), []) => print(&snippets::snippets(), ExitCode::SUCCESS),
        (Some("words"), []) => print(&snippets::words(), ExitCode::SUCCESS),
        #[cfg(not(feature = "pictures"))]
        (Some("poster" | "cards"), _) => usage("this `story` draws no pictures: build it with --features pictures"),
        (Some(command), [file, out, folder, site @ ..]) if out == "--out" => match address(site) {
            Ok(site) => write(command, file, Path::new(folder), site.as_ref()),
            Err(wrong) => usage(&wrong),
        },
        (Some("help" | "--help" | "-h"), _) => print(USAGE, ExitCode::SUCCESS),
        _ => unknown(&command.to_string_lossy()),
    }
}

/// Where the site is published, from the arguments after the folder.
fn address(arguments: &[OsString]) -> Result<Option<Site>, String> {
    match arguments {
        [] => Ok(None),
        [site, address] if site == "--site" => {
            Site::parse(&address.to_string_lossy()).map(Some).map_err(|error| error.to_string())
        }
        _ => Err("after the folder comes nothing, or --site with an address".to_owned()),
    }
}

/// How many files have been written.
type Written = Result<usize, Box<dyn Error>>;

/// Writes files from a story, once it has been checked, and says how many there are.
fn write(command: &str, file: &OsStr, out: &Path, site: Option<&Site>) -> ExitCode {
    let work: &dyn Fn(&Story) -> Written = match command {
        "pages" => &|story| Ok(pages::write(story, out, site)?),
        #[cfg(not(feature = "pictures"))]
        "wechat" => &|story| Ok(wechat::write(story, out, site)?),
        #[cfg(feature = "pictures")]
        "wechat" => &|story| Ok(pictures::drawings(story, out)? + wechat::write(story, out, site)?),
        #[cfg(feature = "pictures")]
        "poster" => &|story| Ok(pictures::posters(story, out, site)?),
        #[cfg(feature = "pictures")]
        "cards" if site.is_none() => &|story| Ok(pictures::cards(story, out)?),
        _ => return unknown(command),
    };
    let story = check::read(file);
    match story.and_then(|story| work(&story).map_err(|error| format!("story: {error}\n"))) {
        Ok(count) => print(&format!("{count} files in {}\n", out.display()), ExitCode::SUCCESS),
        Err(error) => {
            complain(&error);
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

fn unknown(command: &str) -> ExitCode {
    usage(&format!("`{}` is no command, or takes other arguments", command.escape_debug()))
}

fn usage(wrong: &str) -> ExitCode {
    complain(&format!("story: {wrong}\n{USAGE}"));
    ExitCode::from(2)
}
