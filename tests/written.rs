//! Numbers as the readers of each language see them: the article's own numeral in its language, converted by rule in the other.

#![expect(clippy::expect_used, reason = "in a test, a surprise ends it")]

use infographic::{Edition, Locale, Story};

/// A story of these facts and derived facts, in a language.
fn edition(facts: &[String], derived: &[String], locale: Locale) -> Edition {
    let (facts, derived) = (facts.join(","), derived.join(","));
    let story = format!(
        r#"{{
            "version": 1, "locales": ["zh", "en"], "title": {{}}, "lead": {{}}, "method": [], "chapters": [], "constants": [],
            "source": {{ "publication": {{}}, "date": {{}}, "credit": {{}} }},
            "units": [
                {{ "id": "t", "dimension": "t", "form": {{ "zh": "{{}}吨", "en": "{{}} t" }} }},
                {{ "id": "wt", "dimension": "t", "form": {{ "zh": "{{}}万吨", "en": "{{}} × 10⁴ t" }} }},
                {{ "id": "x", "dimension": "1", "form": {{ "zh": "{{}}倍", "en": "{{}}×" }} }},
                {{ "id": "ratio", "dimension": "1", "scale": 100, "form": {{ "zh": "{{}}%", "en": "{{}}%" }} }},
                {{ "id": "points", "dimension": "1", "scale": 100, "form": {{ "zh": "{{}}个百分点", "en": "{{}} points" }} }},
                {{ "id": "yuan", "dimension": "yuan", "form": {{ "zh": "{{}}元", "en": "¥{{}}" }} }},
                {{ "id": "dollar", "dimension": "dollar", "form": {{ "zh": "{{}}美元", "en": "${{}}" }} }},
                {{ "id": "year", "dimension": "year", "form": {{ "zh": "{{}}年", "en": "{{}} year|{{}} years" }} }},
                {{ "id": "rank", "dimension": "1", "form": {{ "zh": "第{{}}位", "en": "no. {{}}" }} }},
                {{ "id": "thing", "dimension": "thing", "counts": true, "form": {{ "zh": "{{}}个", "en": "{{}} thing|{{}} things" }} }}
            ],
            "facts": [{facts}], "derived": [{derived}]
        }}"#
    );
    let story: Story = serde_json::from_str(&story).expect("a story");
    Edition::new(story, locale).expect("an edition")
}

/// A fact of a unit with its printed form and further fields.
fn fact(id: &str, printed: &str, unit: &str, fields: &str) -> String {
    format!(
        r#"{{ "id": "{id}", "paragraph": "P1", "printed": "{printed}", "unit": "{unit}", "label": {{ "zh": "{id}", "en": "{id}" }}{fields} }}"#
    )
}

fn derived(formula: &str, unit: &str, fields: &str) -> String {
    format!(
        r#"{{ "id": "result", "formula": "{formula}", "unit": "{unit}", "label": {{ "zh": "组", "en": "group" }}{fields} }}"#
    )
}

#[test]
fn a_printed_number_keeps_its_numeral_in_its_own_language_and_is_converted_in_the_other() {
    for (printed, unit, fields, zh, en) in [
        ("134.9万亿元", "yuan", "", "134.9万亿元", "¥134.9 trillion"),
        ("95749元", "yuan", "", "95749元", "¥95,749"),
        ("41,314元", "yuan", "", "41314元", "¥41,314"),
        ("70650万吨", "t", "", "70650万吨", "706.5 million t"),
        ("70650万吨", "wt", "", "70650万吨", "70,650 × 10⁴ t"),
        ("8200万", "thing", "", "8200万个", "82 million things"),
        ("1.41亿", "thing", "", "1.41亿个", "141 million things"),
        ("超千亿", "yuan", "", "超过1000亿元", "over ¥100 billion"),
        ("五大", "thing", "", "5个", "5 things"),
        ("6500", "t", r#", "digits": 4"#, "6500吨", "6,500 t"),
        ("1850", "t", r#", "digits": 4"#, "1850吨", "1,850 t"),
        ("9999", "t", r#", "digits": 4"#, "9999吨", "9,999 t"),
        ("12000", "t", r#", "digits": 3"#, "12000吨", "12,000 t"),
        ("999", "t", r#", "digits": 3"#, "999吨", "999 t"),
        ("54188", "t", r#", "digits": 5"#, "54188吨", "54,188 t"),
        ("1.20万吨", "t", "", "1.20万吨", "12,000 t"),
        ("0.65万吨", "t", "", "0.65万吨", "6,500 t"),
        ("5.0%", "ratio", "", "5.0%", "5.0%"),
        ("9.2%", "ratio", r#", "value": 0.092"#, "9.2%", "9.2%"),
        ("下降10.6%", "ratio", r#", "value": -0.106"#, "−10.6%", "−10.6%"),
        ("百分之十六点七", "ratio", "", "16.7%", "16.7%"),
        ("近三成", "ratio", "", "近30%", "nearly 30%"),
        ("三分之一", "ratio", "", "33%", "33%"),
        ("0.5个百分点", "points", "", "0.5个百分点", "0.5 points"),
        ("第11位", "rank", "", "第11位", "no. 11"),
        ("一万七千五百多", "thing", "", "超过1.75万个", "over 17,500 things"),
        ("1年半", "year", "", "1.5年", "1.5 years"),
        ("未来3年内", "year", "", "3年内", "within 3 years"),
        ("100家以上", "thing", "", "至少100个", "at least 100 things"),
        ("$18.8 bn", "dollar", "", "188亿美元", "$18.8 billion"),
        ("1.2 thousand", "thing", "", "1200个", "1,200 things"),
        ("5.0—5.3%", "ratio", r#", "value": 0.0515, "digits": 3"#, "5.15%", "5.15%"),
    ] {
        let facts = [fact("a", printed, unit, fields)];
        let written = Locale::ALL.map(|locale| edition(&facts, &[], locale).written("a").expect("a number"));
        assert_eq!(written, [zh, en], "{printed}");
    }
}

#[test]
fn a_result_has_the_digits_that_what_is_printed_warrants() {
    for (printed, formula, unit, fields, zh) in [
        (&["9.1", "49.2", "76.6"][..], "a + b + c", "t", "", "134.9吨"),
        (&["54188", "23119"], "a / b", "x", r#", "decimals": 2"#, "2.34倍"),
        (&["12000", "7000"], "a / b", "x", "", "2倍"),
        (&["134.9万亿", "56.7万亿"], "a + b", "t", "", "191.6万亿吨"),
    ] {
        let ids = ["a", "b", "c"].into_iter().zip(printed);
        let facts: Vec<String> = ids.map(|(id, printed)| fact(id, printed, "t", "")).collect();
        let edition = edition(&facts, &[derived(formula, unit, fields)], Locale::Zh);
        assert_eq!(edition.written("result").as_deref(), Ok(zh), "{formula} of {printed:?}");
    }
}
