//! Chooses the story that the module carries with the feature `standalone`: the file that the variable `STORY` names, else the
//! repository's own, else the example, which is all that the published crate has.

use std::env;
use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // The published module has none, and need not be built again for another.
    if env::var_os("CARGO_FEATURE_STANDALONE").is_none() {
        return;
    }
    println!("cargo::rerun-if-env-changed=STORY");
    // Asked when it runs: cargo takes one build of this file for the repository and for the packed crate.
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let own = ["data/story.json", "data/example.json"].into_iter().find(|file| root.join(file).exists());
    let story = env::var("STORY").ok().or(own.map(str::to_owned)).unwrap_or_default();
    println!("cargo::rustc-env=STORY_FILE={}", root.join(story).display());
}
