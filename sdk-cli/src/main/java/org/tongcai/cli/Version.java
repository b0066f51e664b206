package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleException;
import picocli.CommandLine.IVersionProvider;

/** The versions of the SDK and of the standard, which have lives of their own. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "tongcai " + sdk(), "standard " + standard(), "java " + Runtime.version(),
        };
    }

    static String sdk() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String standard() {
        try {
            return Standard.load().name();
        } catch (BundleException e) {
            return "not installed";
        }
    }
}
