package org.tongcai.client.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;

/** Findings of a platform, as {@code spec/technical/report.schema.json} writes them. */
public final class Findings {
    private Findings() {}

    /** The findings of a member; none where it is absent. */
    public static List<Finding> of(Members owner, String name) throws JsonShapeException {
        List<Finding> findings = new ArrayList<>();
        for (Members members : owner.objects(name)) {
            findings.add(finding(members));
        }
        return List.copyOf(findings);
    }

    private static Finding finding(Members members) throws JsonShapeException {
        Severity severity = members.constant("severity", Severity.class);
        Bilingual title = bilingual(members, "title");
        Bilingual message = bilingual(members, "message");
        return new Finding(
                members.required("ruleId"),
                layer(members.required("layer")),
                severity == null ? Severity.ERROR : severity,
                members.textOr("pointer", ""),
                title == null ? Bilingual.EMPTY : title,
                members.intOr("line", 0),
                members.intOr("column", 0),
                members.wholeOr("byteOffset", -1),
                members.text("value"),
                message == null ? Bilingual.EMPTY : message,
                citation(members),
                bilingual(members, "fix"),
                bilingual(members, "ruleTitle"),
                members.text("xpath"));
    }

    private static Layer layer(String id) throws JsonShapeException {
        for (Layer layer : Layer.values()) {
            if (layer.id().equals(id)) {
                return layer;
            }
        }
        throw new JsonShapeException("member layer has a value that is not known");
    }

    private static @Nullable Citation citation(Members owner) throws JsonShapeException {
        Members members = owner.object("citation");
        return members == null
                ? null
                : new Citation(members.required("document"), members.text("number"), members.text("article"));
    }

    private static @Nullable Bilingual bilingual(Members owner, String name) throws JsonShapeException {
        Members members = owner.object(name);
        return members == null ? null : new Bilingual(members.textOr("zh", ""), members.textOr("en", ""));
    }
}
