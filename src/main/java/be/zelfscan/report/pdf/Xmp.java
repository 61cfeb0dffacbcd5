package be.zelfscan.report.pdf;

import java.nio.charset.StandardCharsets;

/** The XMP packet: title, author, subject, language, dates, and the claim of PDF/UA-1. */
final class Xmp {
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>%4$s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%5$s</xmp:CreateDate>
            <xmp:ModifyDate>%5$s</xmp:ModifyDate>
            <xmp:CreatorTool>%6$s</xmp:CreatorTool>
            <pdf:Producer>%7$s</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>""";

    private Xmp() {}

    static byte[] packet(Metadata metadata, String creatorTool, String producer) {
        return PACKET
                .formatted(escape(metadata.title()), escape(metadata.author()), escape(metadata.subject()), escape(metadata.language()),
                        metadata.created(), escape(creatorTool), escape(producer))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(codePoint);
            }
        });
        return out.toString();
    }
}
