//! Lines to copy.

use super::line_link::Medium;
use crate::markup::Html;

/// Adds such lines as a list; in the page, each with a button that copies it.
pub(super) fn commands(html: &mut Html, commands: &[String], medium: Medium) {
    if commands.is_empty() {
        return;
    }
    html.element("ul").class("commands").content(|html| {
        for command in commands {
            html.element("li").content(|html| {
                html.element("code").text(command);
                if medium == Medium::Page {
                    html.text(" ");
                    let button = html.element("button").attribute("type", "button");
                    button.class("button copy").attribute("data-copy", command).content(|html| {
                        html.text("Copy").element("span").class("unseen").content(|html| {
                            html.text(" ").text(command);
                        });
                    });
                }
            });
        }
    });
}
