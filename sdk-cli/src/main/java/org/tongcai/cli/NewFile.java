package org.tongcai.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that are not there yet, never over one that is; a secret one is readable by its owner alone from the first byte on. */
final class NewFile {
    private NewFile() {}

    static void write(Path file, String text, boolean secret) {
        write(file, text.getBytes(StandardCharsets.UTF_8), secret);
    }

    static void write(Path file, byte[] content, boolean secret) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"))
                }
                : new FileAttribute<?>[0];
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (NoSuchFileException e) {
            throw Failure.system("无法写入 " + file + "：没有该文件夹", "cannot write " + file + ": there is no such folder", e);
        } catch (IOException e) {
            throw Failure.unwritable(file, e);
        }
    }

    static void requireNew(Path file) {
        if (Files.exists(file)) {
            throw exists(file);
        }
    }

    private static Failure exists(Path file) {
        return Failure.usage(
                file + " 已存在，不覆盖；请换一个名称或者文件夹", file + " exists and is not overwritten; choose another name or folder");
    }
}
