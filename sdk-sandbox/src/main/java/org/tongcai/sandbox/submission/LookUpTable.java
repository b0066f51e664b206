package org.tongcai.sandbox.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tongcai.bundle.Manifest;
import org.tongcai.rule.Facts;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.DocumentRow;

/** Keeps the values by which rules look documents up in step with the standard: another standard has other indexes. */
public final class LookUpTable {
    private static final String SETTING = "look-ups";
    private static final int PAGE = 200;

    private final Database database;
    private final Judge judge;

    public LookUpTable(Database database, Judge judge) {
        this.database = database;
        this.judge = judge;
    }

    /** Makes the table anew where it was made for another standard. */
    public void renew() {
        String print = print();
        database.change(h -> {
            h.execute("INSERT INTO settings (name, setting) VALUES (?, '') ON CONFLICT DO NOTHING", SETTING);
            String known = h.createQuery("SELECT setting FROM settings WHERE name = :n FOR UPDATE")
                    .bind("n", SETTING)
                    .mapTo(String.class)
                    .one();
            if (print.equals(known)) {
                return;
            }
            h.execute("DELETE FROM look_ups");
            List<Long> tenants =
                    h.createQuery("SELECT id FROM tenants").mapTo(Long.class).list();
            for (long tenant : tenants) {
                for (long position = 0; position >= 0; ) {
                    position = page(h, tenant, position);
                }
            }
            h.execute("UPDATE settings SET setting = ? WHERE name = ?", print, SETTING);
        });
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(long position, byte[] content) {}

    private long page(org.jdbi.v3.core.Handle h, long tenant, long after) {
        List<Row> rows = h.createQuery("SELECT position, content FROM documents WHERE tenant_id = :t AND position > :p"
                        + " AND newest = TRUE ORDER BY position LIMIT " + PAGE)
                .bind("t", tenant)
                .bind("p", after)
                .map((r, c) -> new Row(r.getLong(1), r.getBytes(2)))
                .list();
        PreparedBatch batch =
                h.prepareBatch("INSERT INTO look_ups (tenant_id, index_number, look_up, position) VALUES (?, ?, ?, ?)");
        for (Row row : rows) {
            Facts facts = judge.facts(row.content());
            if (facts != null && judge.lookUps().isAskedFor(facts.documentType())) {
                for (DocumentRow.LookUp one : Session.lookUps(judge.lookUps(), facts)) {
                    batch.add(tenant, one.index(), one.value(), row.position());
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return rows.size() < PAGE ? -1 : rows.get(rows.size() - 1).position();
    }

    /** What the indexes follow from. */
    private String print() {
        StringBuilder text = new StringBuilder(judge.standard().name());
        for (Manifest.DocumentType type : judge.standard().manifest().documentTypes()) {
            judge.standard()
                    .bundle()
                    .rules(type.name())
                    .forEach(rule -> text.append('\n').append(rule.refs()));
        }
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
