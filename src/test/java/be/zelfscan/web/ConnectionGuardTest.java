package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.web.ConnectionGuard.Installer.Limits;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One connection, byte by byte, with a clock that stands still until it is put forward. */
class ConnectionGuardTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(75), Duration.ofSeconds(20), Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            1_000);

    private final EmbeddedChannel channel = channel();

    private static EmbeddedChannel channel() {
        ConnectionGuard guard = new ConnectionGuard(LIMITS, new SecurityHeaders(true),
                fault -> fault.sentence().getBytes(StandardCharsets.UTF_8), new PeopleFirst());
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(guard.intake(), new HttpServerCodec(), guard);
        return channel;
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private String sent() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return text.toString();
    }

    /** The addresses that reached the application, and of what came further how often. */
    private List<String> received() {
        List<String> received = new ArrayList<>();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                received.add(request.uri());
            } else if (message instanceof HttpContent content && content.content().isReadable()) {
                received.add(content.content().toString(StandardCharsets.UTF_8));
            }
            ReferenceCountUtil.release(message);
        }
        return received;
    }

    private void answer(String text) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
                Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        response.headers().set("Content-Length", response.content().readableBytes());
        channel.writeOutbound(response);
    }

    @Test
    void aHeadThatComesByteByByteEndsAfterItsTime() {
        receive("G");
        for (String more : List.of("E", "T", " /")) {
            pass(6);
            receive(more);
        }
        assertThat(channel.isOpen()).isTrue();

        pass(3);

        assertThat(sent()).startsWith("HTTP/1.1 408").contains("te traag").containsIgnoringCase("connection: close");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyThatComesByteByByteEndsAfterItsTime() {
        receive("POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n");
        for (int i = 0; i < 11; i++) {
            pass(10);
            receive("a");
        }
        assertThat(channel.isOpen()).isTrue();

        pass(11);

        assertThat(sent()).startsWith("HTTP/1.1 408");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoAsksNothingMoreIsLetGoWithoutAWordAndWhoWaitsForAnAnswerIsNot() {
        receive("GET /privacy HTTP/1.1\r\nHost: x\r\n\r\n");
        pass(1_000);
        assertThat(channel.isOpen()).as("while the answer is being made").isTrue();

        answer("pagina");
        pass(74);
        assertThat(channel.isOpen()).isTrue();
        assertThat(sent()).contains("pagina");
        pass(2);

        assertThat(channel.isOpen()).isFalse();
        assertThat(sent()).isEmpty();
    }

    @Test
    void aRefusalWaitsForTheAnswersBeforeItAndNothingBehindItIsRead() {
        receive("GET /een HTTP/1.1\r\nHost: x\r\n\r\nGET /twee HTTP/1.1\r\nHost: x\r\n\r\nGET /drie| HTTP/1.1\r\nHost: x\r\n\r\nGET /vier "
                + "HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(received()).containsExactly("/een", "/twee");
        assertThat(sent()).isEmpty();
        answer("eerste");
        answer("tweede");

        assertThat(sent()).containsSubsequence("200 OK", "eerste", "200 OK", "tweede", "400 Bad Request", "Dit adres is niet te lezen");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBrokenChunkNeverReachesTheApplicationAsAnEnd() {
        receive("POST /aanmelden HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na=bc\r\nZZ\r\n");

        assertThat(channel.inboundMessages()).noneMatch(LastHttpContent.class::isInstance);
        assertThat(received()).containsExactly("/aanmelden", "a=bc");
        assertThat(sent()).startsWith("HTTP/1.1 400");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anAnswerThatDoesNotWaitForTheBodyEndsTheConnection() {
        receive("POST /organisatie/import HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nabc");

        answer("te groot");

        assertThat(sent()).containsIgnoringCase("connection: close").contains("te groot");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void everyAnswerHasTheHeaders() {
        receive("GET /static/weg.css HTTP/1.1\r\nHost: x\r\n\r\n");
        answer("");

        assertThat(sent()).contains("X-Content-Type-Options: nosniff").contains("Referrer-Policy: same-origin")
                .contains("frame-ancestors 'self'")
                .contains("public, max-age=31536000, immutable").contains("Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void aStreamOfEventsGoesOnForAsLongAsSomebodyReadsItAndNoLonger() {
        receive("GET /live HTTP/1.1\r\nHost: zelfscan.example\r\n\r\n");
        DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set("Content-Type", "text/event-stream").set("Transfer-Encoding", "chunked");
        channel.writeOutbound(head);
        pass(3_600);
        channel.writeOutbound(new DefaultHttpContent(Unpooled.copiedBuffer("data: 1", StandardCharsets.UTF_8)));
        assertThat(sent()).contains("data: 1");
        assertThat(channel.isOpen()).isTrue();

        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(channel.isOpen()).isFalse();
    }
}
