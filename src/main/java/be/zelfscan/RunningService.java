package be.zelfscan;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.Migrations;
import be.zelfscan.database.StartProblem;
import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.web.GracefulStop;
import be.zelfscan.web.WebOrigin;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanRegistration;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole service, started: database, migrations, application. Closing it stops all of them, the last started first; what is under way is
 * finished before, for some seconds.
 */
public final class RunningService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);

    private final Optional<EmbeddedDatabase> embedded;
    private final ApplicationContext context;

    private RunningService(Optional<EmbeddedDatabase> embedded, ApplicationContext context) {
        this.embedded = embedded;
        this.context = context;
    }

    /**
     * Starts the service with its HTTP server.
     *
     * @param extra further properties of the application, which win over the settings
     * @throws StartProblem when something outside the service is in the way
     * @throws BrokenDefinition when an instrument is
     */
    static RunningService start(ServiceSettings settings, Map<String, Object> extra) {
        RunningService service = startWithoutServer(settings, extra);
        try {
            service.context.getBean(EmbeddedServer.class).start();
            return service;
        } catch (RuntimeException problem) {
            service.close();
            throw clear(problem, settings);
        }
    }

    /**
     * The same for a command that works on what is there, also while the service runs: nothing is served, no job runs, and no invented data
     * is made.
     */
    static RunningService startQuietly(ServiceSettings settings) {
        return startWithoutServer(settings.withoutDemonstration(), EmbeddedDatabase::openOrJoin, Migrations::makeOrRequireDone,
                Map.of("zelfscan.schedule.run", false));
    }

    /** The same, for a command that needs no pages. */
    static RunningService startWithoutServer(ServiceSettings settings, Map<String, Object> extra) {
        return startWithoutServer(settings, EmbeddedDatabase::open, Migrations::run, extra);
    }

    private static RunningService startWithoutServer(ServiceSettings settings, BiFunction<Path, Path, EmbeddedDatabase> opening,
            BiConsumer<Credentials, String> migrating, Map<String, Object> extra) {
        DatabaseSettings database = settings.database();
        Thread.ofPlatform().daemon().name("bean-classes").start(RunningService::loadBeanClasses);
        Optional<EmbeddedDatabase> embedded = database.isEmbedded() ? Optional.of(open(settings, opening)) : Optional.empty();
        try {
            Credentials application = database.application().or(() -> embedded.map(EmbeddedDatabase::application)).orElseThrow();
            database.owner().ifPresent(owner -> migrating.accept(owner, application.user()));
            Migrations.requireRowSecurity(application);
            Map<String, Object> properties = properties(settings, application);
            properties.putAll(extra);
            ApplicationContext context = ApplicationContext.builder().properties(properties).banner(false).build();
            startContext(context, settings);
            return new RunningService(embedded, context);
        } catch (RuntimeException problem) {
            embedded.ifPresent(EmbeddedDatabase::close);
            throw problem;
        }
    }

    /** The embedded database with its tables. A demonstration in which another build made the tables is set aside, and begins anew. */
    private static EmbeddedDatabase open(ServiceSettings settings, BiFunction<Path, Path, EmbeddedDatabase> opening) {
        Path folder = settings.database().dataFolder();
        try {
            return migrated(opening.apply(folder, settings.database().programsFolder()));
        } catch (Migrations.UnknownTables problem) {
            if (!settings.demonstration()) {
                throw problem;
            }
            Path aside = EmbeddedDatabase.setAside(folder);
            LOG.warn(
                    "Another build made the demonstration in {}, with tables that this one does not know; it is now in {}, and a new one "
                            + "begins",
                    folder, aside);
            return migrated(opening.apply(folder, settings.database().programsFolder()));
        }
    }

    private static EmbeddedDatabase migrated(EmbeddedDatabase database) {
        try {
            if (database.isShared()) {
                Migrations.requireDone(database.owner(), database.application().user());
            } else {
                Migrations.run(database.owner(), database.application().user());
            }
            return database;
        } catch (RuntimeException problem) {
            database.close();
            throw problem;
        }
    }

    /** Has the classes of the beans loaded, a quarter of the start, on another processor than the one that waits for the database. */
    private static void loadBeanClasses() {
        MicronautMetaServiceLoaderUtils.findMetaMicronautServiceEntries(RunningService.class.getClassLoader(),
                BeanDefinitionReference.class,
                bean -> false);
    }

    private static void startContext(ApplicationContext context, ServiceSettings settings) {
        try {
            context.start();
        } catch (RuntimeException problem) {
            context.close();
            closePools(context);
            throw clear(problem, settings);
        }
    }

    /** A context that was never started whole does not stop what it made: its connections would go on being asked for. */
    private static void closePools(ApplicationContext context) {
        for (BeanRegistration<DataSource> made : context.getActiveBeanRegistrations(DataSource.class)) {
            try {
                made.bean().unwrap(HikariDataSource.class).close();
            } catch (SQLException noPool) {
                LOG.warn("The connections of a service that did not start are left to themselves", noPool);
            }
        }
    }

    /** The cause that somebody can do something about, when there is one. */
    private static RuntimeException clear(RuntimeException problem, ServiceSettings settings) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenDefinition || cause instanceof StartProblem) {
                return (RuntimeException) cause;
            }
            if (cause instanceof BindException) {
                return new StartProblem("Port " + settings.port() + " on " + settings.host()
                        + " is taken by another program; stop that one, or set ZELFSCAN_PORT to another port.", problem);
            }
        }
        return problem instanceof ServerStartupException ? new StartProblem("The service did not start: " + problem.getMessage(), problem)
                : problem;
    }

    private static Map<String, Object> properties(ServiceSettings settings, Credentials database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("datasources.default.url", database.jdbcUrl());
        properties.put("datasources.default.username", database.user());
        properties.put("datasources.default.password", database.password());
        properties.put("micronaut.server.host", settings.host());
        properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
        properties.put("zelfscan.service.demonstration", settings.demonstration());
        properties.put("zelfscan.service.mailbox", settings.mailbox());
        properties.put("zelfscan.service.url", settings.url().map(WebOrigin::toString).orElse(""));
        properties.put("zelfscan.service.proxies", settings.proxies());
        settings.openId()
                .ifPresent(openId -> properties.putAll(openId.properties(settings.url().filter(WebOrigin::isSecure).isPresent())));
        return properties;
    }

    public ApplicationContext context() {
        return context;
    }

    Optional<EmbeddedDatabase> embedded() {
        return embedded;
    }

    /** The address of the start page. */
    public String address() {
        return "http://localhost:" + context.getBean(EmbeddedServer.class).getPort();
    }

    @Override
    public void close() {
        try {
            if (context.isRunning()) {
                context.findBean(NettyEmbeddedServer.class).filter(NettyEmbeddedServer::isRunning)
                        .ifPresent(context.getBean(GracefulStop.class)::of);
            }
            context.close();
        } finally {
            embedded.ifPresent(EmbeddedDatabase::close);
        }
    }
}
