package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sender's ledger in a folder, one small file for each receiver. For one process at a time. */
public final class FileExportLedger implements ExportLedger {
    private final Path folder;

    /** A ledger in this folder, which is made where it is not there. */
    public FileExportLedger(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    private Path file(String sender, String receiver) {
        return folder.resolve("export~" + sender + "~" + receiver + ".json");
    }

    private Map<String, Object> read(String sender, String receiver) throws IOException {
        Path file = file(sender, receiver);
        return Files.exists(file) ? Json.read(Files.readAllBytes(file)) : Map.of();
    }

    private static List<Made> packages(Map<String, Object> json) throws IOException {
        List<Made> made = new ArrayList<>();
        for (Map<String, Object> each : Json.objects(json, "packages")) {
            made.add(new Made(
                    Json.require(each, "packageId"),
                    Json.number(each, "sequence"),
                    PackageDigest.parse(Json.require(each, "digest")),
                    PackageDigest.parse(Json.require(each, "manifestDigest")),
                    Json.require(each, "file")));
        }
        return made;
    }

    @Override
    public @Nullable Made last(String sender, String receiver) throws IOException {
        List<Made> made = packages(read(sender, receiver));
        return made.isEmpty() ? null : made.get(made.size() - 1);
    }

    @Override
    public List<Made> unconfirmed(String sender, String receiver) throws IOException {
        Map<String, Object> json = read(sender, receiver);
        return Boolean.TRUE.equals(Json.at(json, "confirmed")) ? List.of() : packages(json);
    }

    @Override
    public void reserve(String sender, String receiver, List<Made> packages) throws IOException {
        write(sender, receiver, packages, false);
    }

    @Override
    public void confirm(String sender, String receiver) throws IOException {
        Made last = last(sender, receiver);
        if (last != null) {
            write(sender, receiver, List.of(last), true);
        }
    }

    private void write(String sender, String receiver, List<Made> packages, boolean confirmed) throws IOException {
        Durable.write(file(sender, receiver), Json.object(json -> {
            json.writeBooleanField("confirmed", confirmed);
            json.writeArrayFieldStart("packages");
            for (Made each : packages) {
                write(json, each);
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, Made made) throws IOException {
        json.writeStartObject();
        json.writeStringField("packageId", made.packageId());
        json.writeNumberField("sequence", made.sequence());
        json.writeStringField("digest", made.digest().toString());
        json.writeStringField("manifestDigest", made.manifestDigest().toString());
        json.writeStringField("file", made.file());
        json.writeEndObject();
    }
}
