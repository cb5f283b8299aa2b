package zila.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;

/**
 * Runs a cluster of one node in this process: {@code Node HOME PORT OWNER}. On SIGTERM it stops in good order, and so it
 * does when the process OWNER ends, however that ends; 0 is nobody. Port 0 takes a free one; HOME/logs/http.ports names it.
 */
public final class Node {
    private static final long LOOK_EVERY = 500; // milliseconds
    private static final String ENDED = "ended";

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        String owner = args[2];
        Settings settings = Settings.builder()
            .put("path.home", home)
            .put("cluster.name", "zila")
            .put("node.name", "zila")
            .put("node.portsfile", true)
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", args[1])
            .put("transport.port", 0)
            .put("action.auto_create_index", false) // as in docker-compose.yml
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
        if (owner.equals("0") == false) {
            endWith(owner, lifeOf(owner));
        }
        Environment environment = new Environment(settings, home.resolve("config"));
        LogConfigurator.registerErrorListener();
        LogConfigurator.configure(environment, true);

        var node = new org.elasticsearch.node.Node(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (IOException problem) {
                problem.printStackTrace();
            }
        }));
        node.start();
        new CountDownLatch(1).await();
    }

    private static void endWith(String owner, String life) {
        var watch = new Thread(() -> {
            try {
                while (life.equals(ENDED) == false && life.equals(lifeOf(owner))) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            System.exit(0);
        }, "owner-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** The moment at which the process started; ENDED when it runs no more, a zombie included. */
    private static String lifeOf(String process) {
        try {
            String stat = Files.readString(Path.of("/proc", process, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") ? ENDED : fields[19];
        } catch (IOException gone) {
            return ENDED;
        }
    }
}
