package be.zelfscan.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the server finish before everything else stops. New connections are refused at once, so that a proxy goes to another instance; for a
 * moment each answer says that its connection ends with it, so that nobody sends a request into a connection that is just being closed; and
 * what is under way after that has some seconds to end. Not Micronaut's own order of stopping, which takes the timers of the jobs away
 * while these work. Thread-safe.
 */
@Singleton
public class GracefulStop {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final long MOMENT_MS = 1_000;
    private static final int LONGEST_SECONDS = 10;

    /** The server is about to stop: an answer that goes on until somebody ends it ends now, and none begins. */
    public record Begun() {}

    private final ChannelGroup listening = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup connected = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Duration lastQuestion;
    private final ApplicationEventPublisher<Begun> events;
    private volatile boolean begun;

    /**
     * @param lastQuestion how long a connection on which nobody asks anything is left open: whoever works asks again sooner, and is told
     *         that it ends
     */
    GracefulStop(@Value("${zelfscan.service.last-question:3s}") Duration lastQuestion, ApplicationEventPublisher<Begun> events) {
        this.lastQuestion = lastQuestion;
        this.events = events;
    }

    /** Returns when nothing is under way at this server, or after some seconds. */
    public void of(NettyEmbeddedServer server) {
        listening.stream().map(GracefulStop::refuse).toList().forEach(closed -> closed.awaitUninterruptibly(MOMENT_MS));
        // Not before nobody can connect any more: who is told that the connection ends comes back at once, and waits in a queue that nobody
        // empties.
        begun = true;
        events.publishEvent(new Begun());
        connected.newCloseFuture().awaitUninterruptibly(lastQuestion.toMillis(), TimeUnit.MILLISECONDS);
        try {
            server.shutdownGracefully().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.warn("{} requests were not answered within {} seconds; they are cut off", connected.size(), LONGEST_SECONDS);
        } catch (ExecutionException problem) {
            LOG.warn("The server did not stop as it should", problem.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes in who is waiting, and nobody after that. A connection that is made in between is reset, which a proxy takes for an answer to
     * what was posted; closing for the first time takes a JVM some 30 ms, so a listener that nobody knows goes first.
     */
    private static ChannelFuture refuse(Channel listener) {
        ChannelFuture unknown = new ServerBootstrap().group(listener.eventLoop()).channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInboundHandlerAdapter()).bind(InetAddress.getLoopbackAddress(), 0);
        unknown.awaitUninterruptibly(MOMENT_MS);
        unknown.channel().close().awaitUninterruptibly(MOMENT_MS);
        ChannelPromise closed = listener.newPromise();
        listener.eventLoop().execute(() -> {
            if (listener.unsafe() instanceof AbstractNioChannel.NioUnsafe waiting) {
                waiting.read();
            }
            listener.close(closed);
        });
        return closed;
    }

    /** Says with the answers that the connection ends. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    static class LastAnswers {
        private final GracefulStop stop;

        LastAnswers(GracefulStop stop) {
            this.stop = stop;
        }

        @ResponseFilter
        void say(MutableHttpResponse<?> response) {
            if (stop.begun) {
                response.header(HttpHeaders.CONNECTION, "close");
            }
        }
    }

    /** Gets to know the connections. */
    @Singleton
    static class Watch implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
        private final GracefulStop stop;

        Watch(GracefulStop stop) {
            this.stop = stop;
        }

        @Override
        public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
            event.getBean().register(new NettyServerCustomizer() {
                @Override
                public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                    switch (role) {
                        case LISTENER -> stop.listening.add(channel);
                        case CONNECTION -> stop.connected.add(channel);
                        default -> {}
                    }
                    return this;
                }
            });
            return event.getBean();
        }
    }
}
