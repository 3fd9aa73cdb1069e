//! Whether a JSON value has the shape of a story: every field known, present and of its type.
//!
//! In: the schema and the value. Out: every problem, in words about fields instead of about schemas.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use super::positions::Positions;
use super::{Found, MAX_PROBLEMS};
use crate::story::Locale;
use crate::story::check::nearest;
use crate::story::json::escape;

/// Finds everything in which a value departs from the schema, up to a few more problems than are told.
pub(super) fn problems(schema: &Value, value: &Value, positions: &Positions) -> Vec<Found> {
    let validator = match jsonschema::options().should_validate_formats(false).build(schema) {
        Ok(validator) => validator,
        Err(error) => {
            let message = format!("this program's own schema is broken, which is no fault of the story: {error}");
            return vec![Found { offset: 0, place: String::new(), message, hint: None }];
        }
    };
    let listed = value.get("locales").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let foreign = listed.filter(|code| Locale::from_code(code).is_none()).collect();
    let reader = Reader { schema, positions, foreign };
    let mut found = Vec::new();
    for error in validator.iter_errors(value) {
        found.extend(reader.read(&error));
        if found.len() > MAX_PROBLEMS {
            break;
        }
    }
    found
}

struct Reader<'a> {
    schema: &'a Value,
    positions: &'a Positions,
    /// Languages that the story lists and no story is told in. That is told once, and not again at each text.
    foreign: Vec<&'a str>,
}

impl Reader<'_> {
    fn read(&self, error: &ValidationError<'_>) -> Vec<Found> {
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let known = self.fields(error);
                let unexpected = unexpected.iter().filter(|field| !self.foreign.contains(&field.as_str()));
                unexpected.take(MAX_PROBLEMS + 1).map(|field| self.unknown_field(error, field, &known)).collect()
            }
            ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
                self.choice(error, context)
            }
            ValidationErrorKind::Required { property } => {
                let field = property.as_str().unwrap_or_default();
                let hint = self.description(error, field);
                vec![self.found(error, format!("the field `{field}` is missing; add it"), hint)]
            }
            ValidationErrorKind::Type { kind } => {
                let message = format!("{} stands here; write {}", quote(error.instance()), types(kind));
                vec![self.found(error, message, None)]
            }
            ValidationErrorKind::Minimum { limit } => {
                let message = format!("{} is too small; write {limit} or more", quote(error.instance()));
                vec![self.found(error, message, None)]
            }
            ValidationErrorKind::Maximum { limit } => {
                let message = format!("{} is too large; write {limit} or less", quote(error.instance()));
                vec![self.found(error, message, None)]
            }
            _ => vec![self.found(error, error.masked().to_string(), None)],
        }
    }

    fn found(&self, error: &ValidationError<'_>, message: String, hint: Option<String>) -> Found {
        let place = error.instance_path().as_str().to_owned();
        Found { offset: self.positions.value(&place), place, message, hint }
    }

    fn unknown_field(&self, error: &ValidationError<'_>, field: &str, known: &[&str]) -> Found {
        let place = format!("{}/{}", error.instance_path().as_str(), escape(field));
        let hint = guess(field, known);
        let message = format!("there is no field `{field}` here; remove or rename it");
        Found { offset: self.positions.key(&place), place, message, hint: Some(hint) }
    }

    /// Something that may take several forms and has none of them. Only the form that was meant is told of.
    fn choice(&self, error: &ValidationError<'_>, forms: &[Vec<ValidationError<'_>>]) -> Vec<Found> {
        let here = error.instance_path().as_str();
        // The form that was meant is the one whose problems all lie further inside.
        let inside = |form: &&Vec<ValidationError<'_>>| {
            !form.is_empty() && form.iter().all(|error| error.instance_path().as_str().len() > here.len())
        };
        if let Some(meant) = forms.iter().find(inside) {
            return meant.iter().flat_map(|error| self.read(error)).collect();
        }
        let schemas = self.schema.pointer(error.schema_path().as_str()).and_then(Value::as_array);
        let words: Vec<&str> = schemas.into_iter().flatten().filter_map(|form| form.get("const")?.as_str()).collect();
        if here.starts_with("/locales/") {
            let message =
                format!("{} is no language that a story is told in; write `zh`, `en` or both", quote(error.instance()));
            return vec![self.found(error, message, None)];
        }
        if !words.is_empty() {
            let hint = guess(error.instance().as_str().unwrap_or_default(), &words);
            let message =
                format!("{} is not possible here; write one of the words of the format", quote(error.instance()));
            return vec![self.found(error, message, Some(hint))];
        }
        let properties = schemas.into_iter().flatten().filter_map(|form| form.get("properties")?.as_object());
        let fields: Vec<&str> = properties.flat_map(|fields| fields.keys()).map(String::as_str).collect();
        if let Some(object) = error.instance().as_object() {
            let strange = object.keys().find(|key| !fields.contains(&key.as_str()));
            let hint = guess(strange.map_or("", String::as_str), &fields);
            let message = "exactly one field stands here, and it names the kind; write one of the kinds".to_owned();
            return vec![self.found(error, message, Some(hint))];
        }
        let first = forms.iter().flatten().next();
        first.map_or_else(|| vec![self.found(error, error.masked().to_string(), None)], |error| self.read(error))
    }

    /// The names of the fields where an error was found.
    fn fields(&self, error: &ValidationError<'_>) -> Vec<&str> {
        let properties = self.object(error).and_then(|object| object.get("properties")).and_then(Value::as_object);
        properties.map(|properties| properties.keys().map(String::as_str).collect()).unwrap_or_default()
    }

    fn description(&self, error: &ValidationError<'_>, field: &str) -> Option<String> {
        let field = self.object(error)?.get("properties")?.get(field)?;
        field.get("description").and_then(Value::as_str).map(str::to_owned)
    }

    /// The part of the schema that an error comes from: the object that has its keyword.
    fn object(&self, error: &ValidationError<'_>) -> Option<&Value> {
        let (object, _keyword) = error.schema_path().as_str().rsplit_once('/')?;
        self.schema.pointer(object)
    }
}

/// The word that may have been meant, or all that are possible.
fn guess(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("possible are {}", known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    }
}

fn quote(value: &Value) -> String {
    match value {
        Value::Null => "`null`".to_owned(),
        Value::Bool(bool) => format!("`{bool}`"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => {
            let (start, more): (String, _) = (text.chars().take(40).collect(), text.chars().nth(40));
            format!("the text `{start}{}`", more.map_or("", |_| "…"))
        }
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn types(kind: &TypeKind) -> String {
    let name = |kind: JsonType| match kind {
        JsonType::Array => "a list `[…]`",
        JsonType::Boolean => "`true` or `false`",
        JsonType::Integer => "a whole number",
        JsonType::Null => "`null`",
        JsonType::Number => "a number",
        JsonType::Object => "an object `{…}`",
        JsonType::String => "a text in quotes",
    };
    match kind {
        TypeKind::Single(kind) => name(*kind).to_owned(),
        TypeKind::Multiple(kinds) => kinds.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}
