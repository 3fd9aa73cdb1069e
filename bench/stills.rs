//! The still drawings of the benchmark's page: `bench-stills PLATE WIDTH` prints them as JSON, in the order of the plate.

#![expect(clippy::print_stdout, reason = "what this program is for")]

use std::error::Error;

use infographic::figure::{Frame, layout};
use infographic::paint::svg;
use infographic::paint::theme::LIGHT;
use infographic::plate::Plate;
use infographic::text::{Font, TextMeasure};
use serde_json::json;

/// Chinese is an em wide, the rest as wide as figures in DejaVu Sans, the sans-serif of most Linux machines.
struct Wide;

impl TextMeasure for Wide {
    fn width(&self, text: &str, font: Font) -> f64 {
        let narrow = if font.bold { 0.696 } else { 0.636 };
        text.chars().map(|character| if character > '\u{2e7f}' { font.size } else { narrow * font.size }).sum()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(plate), Some(width)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bench-stills PLATE WIDTH".into());
    };
    let plate = Plate::unpack(&std::fs::read(plate)?)?;
    let width: f64 = width.parse()?;
    let mut stills = Vec::new();
    for figure in &plate.figures {
        let choice = figure.opening_choice.into();
        let frame =
            Frame { plate: &plate, width, hue: figure.hue, text_scale: 1.0, touched: true, choice, measure: &Wide };
        let scene = layout(&figure.drawing, &frame)?;
        stills.push(json!({ "id": figure.id, "height": scene.size.height, "shapes": svg::shapes(&scene, &LIGHT)? }));
    }
    println!("{}", json!(stills));
    Ok(())
}
