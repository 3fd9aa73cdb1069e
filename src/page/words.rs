//! The page's own words, in each language: headings, buttons, messages. The shell finds its own in the page.

use crate::format::with_unit;
use crate::story::Locale;

/// Defines words, a row each. Where a word does not say by itself what it stands for, a line above it does.
macro_rules! page_words {
    (
        page { $($(#[$page_doc:meta])* $page:ident: $page_zh:literal, $page_en:literal;)* }
        shell { $($(#[$doc:meta])* $field:ident: $zh:literal, $en:literal;)* }
    ) => {
        /// One language's words for the page and its shell.
        #[derive(Clone, Copy, Debug)]
        pub struct PageWords {
            $(#[doc = $page_en] $(#[$page_doc])* pub $page: &'static str,)*
            $(#[doc = $en] $(#[$doc])* pub $field: &'static str,)*
        }

        impl PageWords {
            /// The words of a language.
            pub const fn of(locale: Locale) -> Self {
                match locale {
                    Locale::Zh => Self { $($page: $page_zh,)* $($field: $zh,)* },
                    Locale::En => Self { $($page: $page_en,)* $($field: $en,)* },
                }
            }

            /// The shell's words, each with its name.
            pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
                [$((stringify!($field), self.$field),)*].into_iter()
            }
        }
    };
}

page_words! {
    page {
        skip: "跳到正文", "Skip to the figures";
        chapters: "章节", "Chapters";
        other_language: "English", "中文";
        /// The disclosure of a figure's notes: one | more.
        notes: "{}条说明", "{} note|{} notes";
        table: "数据表", "Table";
        /// Before what a number counts, in the name of the link to its figure.
        to_figure: "看图：", "See the figure: ";
        byline: "作者：{n}", "By {n}";
        published: "{n}发布", "Published {n}";
        updated: "{n}更新", "Updated {n}";
        /// The disclosure of what has been corrected: one | more.
        corrections: "{}处更正", "{}\u{a0}correction|{}\u{a0}corrections";
        /// A correction with its day.
        correction: "更正（{day}）：{text}", "Correction, {day}: {text}";
        numbers: "全部数字", "All numbers";
        /// The paragraph under it.
        numbers_lead: "{source}中每一个数字，以及我们据此算出的数字。可以搜索、排序，也可以下载核对。",
            "Every number in the {source}, and every number worked out from them. Search, sort, or download to check.";
        what: "内容", "What";
        value: "数值", "Value";
        period: "时间", "Period";
        paragraph: "出处", "Source";
        figure: "图", "Figure";
        method: "方法与来源", "Method and sources";
        picture: "存为一张长图", "Save as one picture";
        studio: "做一个这样的信息图", "Make an infographic like this";
        /// Beside the code that leads from a picture to the page.
        scan: "扫码看可以点的原图", "Scan for the interactive page";
        /// In a messenger's article: that drawings answer to taps.
        wechat_hint: "点图中的数字或图形，看数值、时间和出处。", "Tap a number or a shape in a picture for its value, period and source.";
        /// In such an article: what plays a change in time.
        wechat_play: "▶ 点这里，看从前到现在", "▶ Tap to see before, then now";
    }
    shell {
        theme: "外观", "Appearance";
        theme_auto: "跟随系统", "System";
        theme_light: "浅色", "Light";
        theme_dark: "深色", "Dark";
        comma: "，", ", ";
        tools: "工具", "Tools";
        search: "搜索数字", "Search the numbers";
        /// How many rows a search leaves; `{n}` of `{all}`.
        found: "共 {all} 个数字，显示 {n} 个", "{n} of {all} numbers";
        csv: "下载 CSV", "Download CSV";
        choose: "选择视图", "Choose a view";
        /// The place of a mark among a figure's: `{n}` of `{all}`.
        place: "第{n}个，共{all}个", "{n} of {all}";
        close: "关闭", "Close";
        /// How keys work.
        keys: "按 Tab 进入图表；← → 逐个移动，↑ ↓ 换组，Home、End 到首尾；回车固定说明，Esc 关闭。",
            "Tab enters the figure; ← → move mark by mark, ↑ ↓ by group, Home and End to the ends; Enter pins the details, Esc closes them.";
        /// From an embedded figure to the whole page.
        whole: "查看完整信息图", "See the whole infographic";
        embed: "嵌入", "Embed";
        embed_title: "把这张图放进你的页面", "Put this figure in your page";
        embed_plain: "仅 iframe（任何内容管理系统）", "Iframe alone (any CMS)";
        embed_script: "自动适应高度（需允许脚本）", "Height fits by itself (where scripts are allowed)";
        /// What a frame needs that the editor's system shuts in.
        embed_sandbox: "如果系统给 iframe 加 sandbox：有 allow-scripts 就能显示；打开链接和下载还需要 allow-popups、allow-popups-to-escape-sandbox、allow-downloads。与你的页面同源时不要加 allow-same-origin。",
            "In a sandboxed frame, allow-scripts shows the figure; links and downloads need allow-popups, allow-popups-to-escape-sandbox and allow-downloads too. Leave out allow-same-origin where this site and your page have one origin.";
        embed_language: "语言", "Language";
        embed_transparent: "透明背景", "Transparent background";
        embed_width: "预览宽度", "Preview width";
        phone: "手机", "Phone";
        desk: "桌面", "Desk";
        copy: "复制", "Copy";
        copied: "已复制", "Copied";
        select: "请选中文字后复制", "Select the text to copy it";
        share: "分享", "Share";
        copy_link: "复制链接", "Copy link";
        download: "下载", "Download";
        long_press: "手机上长按图片即可保存", "On a phone, press and hold the picture to save it";
        /// Said where the browser makes no picture of pixels.
        no_picture: "浏览器未能生成 PNG 图片，可以使用 SVG", "The browser could not make the PNG picture; the SVG is the same drawing";
        /// The button that copies a figure for a messenger's article, and its dialog's title.
        wechat: "用于公众号图文", "For a messenger article";
        /// The advice to check such an article before it is published.
        wechat_check: "粘贴到公众号编辑器后，发布前请先把预览发到手机上点一点：各手机怎样显示，这里看不到。",
            "Paste it into the messenger’s editor, and send a preview to a phone and tap it before you publish: how each phone shows it cannot be seen here.";
        /// The control that chooses between one figure and the whole story.
        wechat_what: "内容", "Content";
        /// One figure.
        wechat_figure: "这张图", "this figure";
        /// All of the story.
        wechat_whole: "整篇", "the whole story";
        /// The label of the markup, where it has to be copied by hand.
        wechat_source: "浏览器不能直接复制，请复制这段代码", "The browser does not copy it; copy the source";
        listen: "听图", "Listen to this figure";
        stop: "停止", "Stop";
        high_is_more: "音越高，数越大", "The higher the sound, the larger the number";
    }
}

impl PageWords {
    /// How many notes a figure has: `3条说明`.
    pub fn count_notes(&self, count: usize) -> String {
        with_unit(&count.to_string(), self.notes)
    }

    /// How many corrections there are: `2处更正`.
    pub fn count_corrections(&self, count: usize) -> String {
        with_unit(&count.to_string(), self.corrections)
    }
}
