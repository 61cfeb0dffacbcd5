package be.zelfscan.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Puts a {@link ConnectionGuard} on each connection that the server accepts. */
@Singleton
class ConnectionGuards implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Limits limits;
    private final SecurityHeaders headers;
    private final ProblemPages pages;

    /**
     * How long, and how much, a connection may take.
     *
     * @param idle from one request to the next; longer than the minute for which the usual proxies keep a connection, so that it is they who close
     * @param head from the first byte of a request to the end of its headers
     * @param body from there to its last byte
     * @param drain for what is still coming in after an answer that did not wait for it
     * @param drainBytes the most of it
     */
    @ConfigurationProperties("zelfscan.connection")
    record Limits(@Bindable(defaultValue = "75s") Duration idle, @Bindable(defaultValue = "20s") Duration head,
            @Bindable(defaultValue = "120s") Duration body, @Bindable(defaultValue = "60s") Duration drain,
            @Bindable(defaultValue = "104857600") long drainBytes) {}

    ConnectionGuards(Limits limits, OwnHosts hosts, ProblemPages pages) {
        this.limits = limits;
        this.headers = new SecurityHeaders(hosts.isSecure());
        this.pages = pages;
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
            ConnectionGuard guard = new ConnectionGuard(limits, headers, pages::ofConnection);
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "intake", guard.intake());
            pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "guard", guard);
        }
    }
}
