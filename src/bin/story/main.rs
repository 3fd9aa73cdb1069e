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

use std::ffi::{OsStr, OsString};
use std::fmt::Display;
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
        (Some("check"), []) => usage("check needs the name of a file"),
        (Some("check"), files) => check::run(files),
        (Some("draft"), [file]) => draft::run(file),
        (Some("draft"), _) => usage("draft takes the name of a file"),
        (Some("schema"), []) => print(&source::schema(), ExitCode::SUCCESS),
        (Some("schema"), _) => usage("schema takes no arguments"),
        (Some("theme"), []) => print(&theme::stylesheet(), ExitCode::SUCCESS),
        (Some("theme"), _) => usage("theme takes no arguments"),
        (Some("snippets"), []) => print(&snippets::snippets(), ExitCode::SUCCESS),
        (Some("snippets"), _) => usage("snippets takes no arguments"),
        (Some("words"), []) => print(&snippets::words(), ExitCode::SUCCESS),
        (Some("words"), _) => usage("words takes no arguments"),
        (Some(command @ ("pages" | "poster" | "wechat")), [file, out, folder, site @ ..]) if out == "--out" => {
            match address(site) {
                Ok(site) if command == "pages" => {
                    write(file, folder, |story, out| pages::write(story, out, site.as_ref()))
                }
                Ok(site) if command == "wechat" => write_wechat(file, folder, site.as_ref()),
                Ok(site) => write_poster(file, folder, site.as_ref()),
                Err(wrong) => usage(&wrong),
            }
        }
        (Some("pages" | "poster" | "wechat"), _) => {
            usage("this takes a story file, --out with a folder, and then --site with an address")
        }
        (Some("cards"), [file, out, folder]) if out == "--out" => write_cards(file, folder),
        (Some("cards"), _) => usage("cards takes a story file, and --out with a folder"),
        (Some("help" | "--help" | "-h"), _) => print(USAGE, ExitCode::SUCCESS),
        _ => usage(&format!("there is no command `{}`", command.to_string_lossy().escape_debug())),
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

#[cfg(feature = "pictures")]
fn write_cards(file: &OsStr, folder: &OsStr) -> ExitCode {
    write(file, folder, pictures::cards)
}

#[cfg(feature = "pictures")]
fn write_poster(file: &OsStr, folder: &OsStr, site: Option<&Site>) -> ExitCode {
    write(file, folder, |story, out| pictures::posters(story, out, site))
}

#[cfg(feature = "pictures")]
fn write_wechat(file: &OsStr, folder: &OsStr, site: Option<&Site>) -> ExitCode {
    write(file, folder, |story, out| {
        let drawn = pictures::drawings(story, out)?;
        Ok::<_, pictures::PictureError>(drawn + wechat::write(story, out, site)?)
    })
}

#[cfg(not(feature = "pictures"))]
fn write_wechat(file: &OsStr, folder: &OsStr, site: Option<&Site>) -> ExitCode {
    write(file, folder, |story, out| wechat::write(story, out, site))
}

#[cfg(not(feature = "pictures"))]
fn write_cards(_: &OsStr, _: &OsStr) -> ExitCode {
    usage("this `story` draws no pictures: build it with --features pictures")
}

#[cfg(not(feature = "pictures"))]
fn write_poster(_: &OsStr, _: &OsStr, _: Option<&Site>) -> ExitCode {
    usage("this `story` draws no pictures: build it with --features pictures")
}

/// Writes files from a story, once it has been checked, and says how many there are.
fn write<E: Display>(file: &OsStr, folder: &OsStr, work: impl FnOnce(&Story, &Path) -> Result<usize, E>) -> ExitCode {
    let story = match check::read(file) {
        Ok(story) => story,
        Err(problems) => {
            complain(&problems);
            return ExitCode::FAILURE;
        }
    };
    match work(&story, Path::new(folder)) {
        Ok(count) => print(&format!("{count} files in {}\n", folder.to_string_lossy()), ExitCode::SUCCESS),
        Err(error) => {
            complain(&format!("story: {error}\n"));
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
