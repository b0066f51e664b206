package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest;

/** A page under construction: what stands around its content. Not thread-safe. */
final class Page {
    private final String path;
    private final Bilingual title;
    private final Html body = new Html();
    private final List<Crumb> crumbs = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();

    Page(String path, Bilingual title) {
        this.path = path;
        this.title = title;
    }

    private record Crumb(Bilingual title, String href) {}

    /** Path from the root, with {@code /}. */
    String path() {
        return path;
    }

    /** Way back to the root. */
    String root() {
        return Links.root(path);
    }

    /** The content of {@code main}. */
    Html body() {
        return body;
    }

    /** Writes the head of the page: its title and what the page is about. The caller adds to it and closes it. */
    Html head(Bilingual lead) {
        return body.open("header", "class", "page-head").element("h1", title).element("p", lead, "class", "lead");
    }

    /** A step of the way here; {@code href} is relative to the root. */
    Page crumb(Bilingual crumb, String href) {
        crumbs.add(new Crumb(crumb, href));
        return this;
    }

    /** A script of this page alone, relative to the root. */
    Page script(String href) {
        scripts.add(href);
        return this;
    }

    /** The HTML of the page. */
    String render(Template template, Manifest manifest) {
        Html head = new Html();
        scripts.forEach(script -> head.element("script", "", "defer", "", "src", root() + script));
        String full = title.zh() + (title.en().isEmpty() || title.en().equals(title.zh()) ? "" : " · " + title.en());
        return template.fill(
                "title", Html.escape(full),
                "standard", Html.escape(manifest.title().zh()),
                "root", root(),
                "scripts", head.toString(),
                "section", section(),
                "crumbs", crumbs(),
                "main", body.toString(),
                "footer",
                        new Html()
                                .both(manifest.title())
                                .text(" " + manifest.version())
                                .toString());
    }

    /** Which entry of the navigation is the current one: the folder or the file of the page. */
    private String section() {
        int slash = path.indexOf('/');
        return slash < 0 ? path.substring(0, path.length() - ".html".length()) : path.substring(0, slash);
    }

    private String crumbs() {
        if (path.equals(Links.INDEX)) {
            return "";
        }
        Html html = new Html();
        html.open("nav", "class", "crumbs", "aria-label", "位置 Breadcrumb").open("ol");
        html.open("li")
                .open("a", "href", root() + Links.INDEX)
                .both("首页", "Home")
                .close()
                .close();
        for (Crumb crumb : crumbs) {
            html.open("li")
                    .open("a", "href", root() + crumb.href())
                    .both(crumb.title())
                    .close()
                    .close();
        }
        html.element("li", title, "aria-current", "page");
        return html.close().close().toString();
    }
}
