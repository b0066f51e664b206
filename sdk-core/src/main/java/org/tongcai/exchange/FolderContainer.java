package org.tongcai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** A package as a folder. Links are not followed: neither listed nor, where one is put in place later, opened. Not thread-safe. */
final class FolderContainer implements Container {
    private static final int DEPTH = 16;

    private final Path root;
    private final Iterator<String> files;
    private @Nullable InputStream open;

    FolderContainer(Path root, PackageLimits limits) throws IOException {
        this.root = root;
        Listing listing = new Listing(root, limits);
        Files.walkFileTree(root, Set.of(), DEPTH, listing);
        // Tag files have names without folder; that of the payload is one more, so they are told by that.
        List<String> sorted = new ArrayList<>(listing.files);
        sorted.sort(Comparator.comparingInt(FolderContainer::rank).thenComparing(Comparator.naturalOrder()));
        this.files = sorted.iterator();
    }

    private static int rank(String path) {
        if (path.startsWith(PackagePath.PAYLOAD)) {
            return 9;
        }
        return path.equals(TagFiles.DECLARATION)
                ? 0
                : path.equals(PackageInfo.FILE)
                        ? 1
                        : path.startsWith("manifest-")
                                ? 2
                                : path.startsWith("tagmanifest-") ? 3 : path.equals(TagFiles.SIGNATURE) ? 4 : 8;
    }

    @Override
    public @Nullable String base() {
        return null;
    }

    @Override
    public @Nullable Item next() throws IOException {
        close();
        if (!files.hasNext()) {
            return null;
        }
        String path = files.next();
        SeekableByteChannel channel =
                Files.newByteChannel(root.resolve(path), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        InputStream content = Channels.newInputStream(channel);
        open = content;
        return new Item(path, channel.size(), content);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final PackageLimits limits;
        private final List<String> files = new ArrayList<>();
        private final PackagePath.Seen seen = new PackagePath.Seen();

        Listing(Path root, PackageLimits limits) {
            this.root = root;
            this.limits = limits;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = name(file);
            if (attributes.isDirectory()) {
                throw new PackageRefusedException(
                        RefusalReason.PATH_NOT_ALLOWED, path, new Bilingual("目录层次过深", "too many folders in folders"));
            }
            if (!attributes.isRegularFile()) {
                throw new PackageRefusedException(RefusalReason.LINK, path);
            }
            PackagePath.require(path);
            seen.add(path);
            files.add(path);
            if (files.size() > (long) limits.files() + TagFiles.COUNT) {
                throw new PackageRefusedException(RefusalReason.TOO_MANY_FILES, path);
            }
            if (attributes.size() > limits.fileBytes()) {
                throw new PackageRefusedException(RefusalReason.TOO_LARGE, path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            // A folder without files is in no manifest: nobody would notice one more.
            if (!folder.equals(root) && files.stream().noneMatch(f -> f.startsWith(name(folder) + "/"))) {
                throw new PackageRefusedException(
                        RefusalReason.FILE_UNLISTED, name(folder), new Bilingual("空目录", "an empty folder"));
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return root.relativize(file).toString().replace(java.io.File.separatorChar, '/');
        }
    }
}
