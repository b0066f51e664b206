package org.tongcai.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.model.Lot;
import org.tongcai.model.ProcurementMethod;
import org.tongcai.model.TenderNotice;

/** From JSON to the generated model and back, with your own Jackson (2 or 3), unconfigured. */
public final class ReadModel {
    private ReadModel() {}

    /** No arguments. */
    public static void main(String[] args) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        TenderNotice notice;
        try (InputStream in = DemoFiles.open("tender-notice.json")) {
            notice = mapper.readValue(in, TenderNotice.class);
        }

        // Dates are java.time, amounts BigDecimal, codes a type of their own that also holds codes it does not know.
        System.out.println(notice.getTitle() + " " + notice.getNoticeDate() + " "
                + notice.getBudget().getAmount());
        for (Lot lot : notice.getLots()) {
            System.out.println(lot.getLotId() + " " + lot.getName() + " " + lot.getCatalogueCodes());
        }
        if (ProcurementMethod.OPEN_TENDER.equals(notice.getProcurementMethod())) {
            System.out.println("open to everybody");
        }

        // Change what has to be changed; members that are not set do not appear in the JSON.
        notice.withNoticeDate(LocalDate.of(2026, 3, 3)).getHeader().withRevision(2);
        byte[] json = mapper.writeValueAsBytes(notice);

        // A model accepts what Java accepts; whether it is right, the standard says.
        DocumentReport report = Standard.load().validate(json);
        System.out.println("revision 2: " + report.verdict());
    }
}
