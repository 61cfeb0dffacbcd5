package be.zelfscan.web;

import be.zelfscan.web.ConnectionGuard.Installer.Limits;
import be.zelfscan.web.Problem.Trace;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Stands between one connection and the application, since what is refused here never becomes a request there. It refuses what is no
 * request ({@link RequestFault}), with an answer and the end of the connection; it puts the security headers on every answer, whoever made
 * it; it ends what takes too long; and it takes in what still comes after an early answer, so that a browser in the middle of an upload
 * reads why it was refused instead of a broken connection.
 *
 * <p>Answers go out in the order of their requests, as HTTP has it: a refusal waits for the answers before it. Used by the thread of its
 * connection only.
 */
final class ConnectionGuard extends ChannelDuplexHandler {
    /** Who reads these and closes its half is gone. */
    private static final String EVENTS = "text/event-stream";

    private final Limits limits;
    private final SecurityHeaders headers;
    private final Function<RequestFault, byte[]> pages;
    private final PeopleFirst people;
    /** Paths of the requests whose answers have not ended, the oldest first. */
    private final Queue<String> open = new ArrayDeque<>();
    private final Intake intake = new Intake();

    /** Whether the newest request's body is still coming in. */
    private boolean receiving;
    /** Whether the head of the oldest open request's answer was written. */
    private boolean answering;
    /** Whether that answer goes on for as long as somebody reads it. */
    private boolean endless;
    /** Whether the connection ends after the answers that are open. */
    private boolean last;
    private boolean draining;
    private boolean peerDone;
    private Optional<RequestFault> refused = Optional.empty();
    private Optional<Future<?>> deadline = Optional.empty();

    /**
     * @param pages the page of a refusal
     */
    ConnectionGuard(Limits limits, SecurityHeaders headers, Function<RequestFault, byte[]> pages, PeopleFirst people) {
        this.limits = limits;
        this.headers = headers;
        this.pages = pages;
        this.people = people;
    }

    /** The part that stands before the codec. */
    Intake intake() {
        return intake;
    }

    /** Sees the bytes themselves: when a request begins, and what comes in after the last answer. */
    final class Intake extends ChannelInboundHandlerAdapter {
        private boolean head;
        private long drained;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            if (draining) {
                drained += ((ByteBuf) bytes).readableBytes();
                ReferenceCountUtil.release(bytes);
                if (drained > limits.drainBytes()) {
                    ctx.close();
                }
                return;
            }
            if (!head && !receiving && refused.isEmpty()) {
                head = true;
                within(ctx, limits.head(), () -> refuse(guardContext(ctx), RequestFault.TOO_SLOW));
            }
            ctx.fireChannelRead(bytes);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            ctx.fireChannelReadComplete();
            if (draining) {
                ctx.read();
            }
        }
    }

    private ChannelHandlerContext guardContext(ChannelHandlerContext any) {
        return any.pipeline().context(this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        awaitRequest(ctx);
    }

    private void awaitRequest(ChannelHandlerContext ctx) {
        within(ctx, limits.idle(), ctx::close);
    }

    /** Does this unless something else is waited for before. */
    private void within(ChannelHandlerContext ctx, Duration time, Runnable otherwise) {
        stopWaiting();
        deadline = Optional.of(ctx.executor().schedule(otherwise, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void stopWaiting() {
        deadline.ifPresent(future -> future.cancel(false));
        deadline = Optional.empty();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (draining || last || refused.isPresent()) {
            receiving &= !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            return;
        }
        switch (message) {
            case HttpRequest request -> begin(ctx, request);
            case HttpContent content when content.decoderResult().isFailure() -> {
                content.release();
                refuse(ctx, RequestFault.BROKEN_BODY);
            }
            default -> {
                if (message instanceof LastHttpContent && receiving) {
                    receiving = false;
                    stopWaiting();
                }
                ctx.fireChannelRead(message);
            }
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        intake.head = false;
        Optional<RequestFault> fault = RequestFault.of(request);
        if (fault.isPresent()) {
            ReferenceCountUtil.release(request);
            refuse(ctx, fault.get());
            return;
        }
        HttpRequest tidy = RequestFault.tidy(request);
        open.add(tidy.uri());
        // What has no body has come in whole, although its end is told after it: it can be answered before that.
        receiving = HttpUtil.isTransferEncodingChunked(tidy) || HttpUtil.getContentLength(tidy, 0L) > 0;
        if (receiving) {
            within(ctx, limits.body(), () -> refuse(ctx, RequestFault.TOO_SLOW));
        } else {
            stopWaiting();
        }
        ctx.fireChannelRead(tidy);
    }

    private void refuse(ChannelHandlerContext ctx, RequestFault fault) {
        stopWaiting();
        refused = Optional.of(fault);
        refuseWhenDue(ctx);
    }

    /** Writes the refusal when the requests before the refused one have their answers. */
    private void refuseWhenDue(ChannelHandlerContext ctx) {
        int before = open.size() - (receiving ? 1 : 0);
        if (before > 0 || draining) {
            return;
        }
        if (answering) {
            // Its answer is on its way already, and cannot be taken back.
            ctx.close();
            return;
        }
        RequestFault fault = refused.orElseThrow();
        if (!receiving) {
            // Of the others, the application leaves the line when it misses their end.
            Trace.log(fault.status().code());
        }
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, fault.status(),
                Unpooled.wrappedBuffer(pages.apply(fault)));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        headers.complete(response.headers(), "", fault.status().code());
        draining = true;
        ctx.writeAndFlush(response).addListener(written -> drain(ctx));
    }

    /** Ends our half of the connection, and takes in what the other half is still sending. */
    private void drain(ChannelHandlerContext ctx) {
        draining = true;
        stopWaiting();
        if (peerDone || !(ctx.channel() instanceof DuplexChannel duplex)) {
            ctx.close();
            return;
        }
        duplex.shutdownOutput();
        within(ctx, limits.drain(), ctx::close);
        ctx.read();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (draining) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                ctx.write(message, promise);
                return;
            }
            answering = true;
            endless = response.headers().contains(HttpHeaderNames.CONTENT_TYPE, EVENTS, true);
            String path = open.isEmpty() ? "" : open.peek();
            headers.complete(response.headers(), path, response.status().code());
            if (receiving && open.size() == 1) {
                // It was answered without waiting for its body, so that nobody knows where a next request would begin.
                last = true;
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        }
        if (!(message instanceof LastHttpContent)) {
            ctx.write(message, promise);
            return;
        }
        ChannelPromise ended = promise.unvoid();
        ctx.write(message, ended);
        answered(ctx, ended);
    }

    private void answered(ChannelHandlerContext ctx, ChannelPromise written) {
        open.poll();
        people.answered();
        answering = false;
        endless = false;
        if (last && open.isEmpty()) {
            written.addListener(done -> {
                if (receiving) {
                    drain(ctx);
                } else {
                    ctx.close();
                }
            });
        } else if (refused.isPresent()) {
            refuseWhenDue(ctx);
        } else if (open.isEmpty() && !receiving && !intake.head) {
            awaitRequest(ctx);
        }
    }

    /** A connection that still takes in what comes after its last answer ends when that is over, not before. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (draining) {
            ctx.channel().closeFuture().addListener((ChannelFutureListener) closed -> promise.trySuccess());
        } else {
            ctx.close(promise);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            peerDone = true;
            if (receiving && refused.isEmpty() && !last) {
                refuse(ctx, RequestFault.BROKEN_BODY);
            } else if (draining || endless || open.isEmpty() && refused.isEmpty()) {
                ctx.close();
            } else {
                last = true;
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stopWaiting();
        ctx.fireChannelInactive();
    }

    /** Puts a {@link ConnectionGuard} on each connection that the server accepts. */
    @Singleton
    static class Installer implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
        private final Limits limits;
        private final SecurityHeaders headers;
        private final ProblemPages pages;
        private final PeopleFirst people;

        /**
         * How long, and how much, a connection may take.
         *
         * @param idle from one request to the next; longer than the minute for which the usual proxies keep a connection, so that it is
         *         they who close
         * @param head from the first byte of a request to the end of its headers
         * @param body from there to its last byte
         * @param drain for what is still coming in after an answer that did not wait for it
         * @param drainBytes the most of it
         */
        @ConfigurationProperties("zelfscan.connection")
        record Limits(@Bindable(defaultValue = "75s") Duration idle, @Bindable(defaultValue = "20s") Duration head,
                @Bindable(defaultValue = "120s") Duration body, @Bindable(defaultValue = "60s") Duration drain,
                @Bindable(defaultValue = "104857600") long drainBytes) {}

        Installer(Limits limits, OwnHosts hosts, ProblemPages pages, PeopleFirst people) {
            this.limits = limits;
            this.headers = new SecurityHeaders(hosts.isSecure());
            this.pages = pages;
            this.people = people;
        }

        @Override
        public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
            event.getBean().register(new NettyServerCustomizer() {
                @Override
                public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                    return role == ChannelRole.CONNECTION ? new OnConnection(channel) : this;
                }
            });
            return event.getBean();
        }

        private final class OnConnection implements NettyServerCustomizer {
            private final Channel channel;

            OnConnection(Channel channel) {
                this.channel = channel;
            }

            @Override
            public void onStreamPipelineBuilt() {
                // Who has sent everything may close that half and still gets the answer.
                channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
                ConnectionGuard guard = new ConnectionGuard(limits, headers, pages::ofConnection, people);
                ChannelPipeline pipeline = channel.pipeline();
                pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "intake", guard.intake());
                pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "guard", guard);
            }
        }
    }
}
