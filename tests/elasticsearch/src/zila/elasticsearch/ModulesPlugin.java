package zila.elasticsearch;

import static java.util.Map.entry;
import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.phonetic.DoubleMetaphoneFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.cluster.metadata.IndexNameExpressionResolver;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.IndexScopedSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.settings.SettingsFilter;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestController;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentType;

/**
 * The parts of the stock modules that a shop's index uses, under the stock names: an index that this node accepts
 * is accepted by the full distribution with the analysis-icu and analysis-phonetic plugins.
 */
public final class ModulesPlugin extends Plugin implements AnalysisPlugin, ActionPlugin {

    // ---- token filters ----

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
            filter("asciifolding", s -> {
                boolean keep = s.getAsBoolean("preserve_original", false);
                return in -> new ASCIIFoldingFilter(in, keep);
            }),
            filter("edge_ngram", s -> {
                int min = s.getAsInt("min_gram", 1), max = s.getAsInt("max_gram", 2);
                boolean keep = s.getAsBoolean("preserve_original", false);
                return in -> new EdgeNGramTokenFilter(in, min, max, keep);
            }),
            filter("ngram", s -> {
                int min = s.getAsInt("min_gram", 1), max = s.getAsInt("max_gram", 2);
                boolean keep = s.getAsBoolean("preserve_original", false);
                return in -> new NGramTokenFilter(in, min, max, keep);
            }),
            filter("length", s -> {
                int min = s.getAsInt("min", 0), max = s.getAsInt("max", Integer.MAX_VALUE);
                return in -> new LengthFilter(in, min, max);
            }),
            filter("trim", s -> TrimFilter::new),
            filter("remove_duplicates", s -> RemoveDuplicatesTokenFilter::new),
            filter("decimal_digit", s -> DecimalDigitFilter::new),
            filter("indic_normalization", s -> IndicNormalizationFilter::new),
            filter("hindi_normalization", s -> HindiNormalizationFilter::new),
            filter("bengali_normalization", s -> BengaliNormalizationFilter::new),
            filter("stemmer", s -> stemmer(s.get("language", s.get("name", "porter")))),
            filter("icu_folding", s -> ICUFoldingFilter::new),
            filter("icu_normalizer", s -> {
                Normalizer2 form = switch (s.get("name", "nfkc_cf")) {
                    case "nfc" -> Normalizer2.getNFCInstance();
                    case "nfkc" -> Normalizer2.getNFKCInstance();
                    case "nfkc_cf" -> Normalizer2.getNFKCCasefoldInstance();
                    default -> throw new IllegalArgumentException("unknown normal form [" + s.get("name") + "]");
                };
                return in -> new ICUNormalizer2Filter(in, form);
            }),
            filter("icu_transform", s -> {
                Transliterator rules = Transliterator.getInstance(s.get("id", "Null"));
                return in -> new ICUTransformFilter(in, rules);
            }),
            filter("phonetic", s -> {
                if ("double_metaphone".equals(s.get("encoder", "double_metaphone")) == false) {
                    throw new IllegalArgumentException("this node has only the encoder [double_metaphone]");
                }
                int longest = s.getAsInt("max_code_len", new DoubleMetaphone().getMaxCodeLen());
                boolean keep = s.getAsBoolean("replace", true) == false;
                return in -> new DoubleMetaphoneFilter(in, longest, keep);
            }),
            synonyms("synonym"),
            synonyms("synonym_graph")
        );
    }

    private static UnaryOperator<TokenStream> stemmer(String language) {
        return switch (language) {
            case "porter", "english" -> PorterStemFilter::new;
            case "light_english" -> KStemFilter::new;
            case "minimal_english" -> EnglishMinimalStemFilter::new;
            case "possessive_english" -> EnglishPossessiveFilter::new;
            case "hindi" -> HindiStemFilter::new;
            case "bengali" -> BengaliStemFilter::new;
            default -> throw new IllegalArgumentException("this node has no stemmer [" + language + "]");
        };
    }

    private static Map.Entry<String, AnalysisProvider<TokenFilterFactory>> filter(
        String name, Function<Settings, UnaryOperator<TokenStream>> make
    ) {
        AnalysisProvider<TokenFilterFactory> provider = (index, environment, given, settings) -> {
            UnaryOperator<TokenStream> wrap = make.apply(settings);
            return new TokenFilterFactory() {
                @Override
                public String name() {
                    return given;
                }

                @Override
                public TokenStream create(TokenStream in) {
                    return wrap.apply(in);
                }
            };
        };
        return entry(name, provider);
    }

    /** Synonyms in Solr's format, read through the filters that stand before this one in the analyzer. */
    private static Map.Entry<String, AnalysisProvider<TokenFilterFactory>> synonyms(String name) {
        return entry(name, requiresAnalysisSettings((index, environment, given, settings) -> {
            String rules = String.join("\n", settings.getAsList("synonyms"));
            boolean expand = settings.getAsBoolean("expand", true), lenient = settings.getAsBoolean("lenient", false);
            return new TokenFilterFactory() {
                @Override
                public String name() {
                    return given;
                }

                @Override
                public TokenStream create(TokenStream in) {
                    throw new IllegalStateException("synonyms need the analyzer that they stand in");
                }

                @Override
                public TokenFilterFactory getChainAwareTokenFilterFactory(
                    IndexCreationContext context, TokenizerFactory tokenizer, List<CharFilterFactory> chars,
                    List<TokenFilterFactory> before, Function<String, TokenFilterFactory> all
                ) {
                    List<TokenFilterFactory> reading = new ArrayList<>();
                    before.forEach(one -> reading.add(one.getSynonymFilter()));
                    Analyzer analyzer = new CustomAnalyzer(
                        tokenizer, chars.toArray(CharFilterFactory[]::new), reading.toArray(TokenFilterFactory[]::new)
                    );
                    SynonymMap map = parse(rules, expand, lenient, analyzer);
                    return new TokenFilterFactory() {
                        @Override
                        public String name() {
                            return given;
                        }

                        @Override
                        public TokenStream create(TokenStream in) {
                            return map.fst == null ? in : new SynonymGraphFilter(in, map, false);
                        }
                    };
                }
            };
        }));
    }

    private static SynonymMap parse(String rules, boolean expand, boolean lenient, Analyzer analyzer) {
        var parser = new SolrSynonymParser(true, expand, analyzer);
        try {
            for (String rule : rules.split("\n")) {
                try {
                    parser.parse(new StringReader(rule));
                } catch (ParseException problem) {
                    if (lenient == false) {
                        throw new IllegalArgumentException("bad synonym rule [" + rule + "]", problem);
                    }
                }
            }
            return parser.build();
        } catch (IOException problem) {
            throw new IllegalArgumentException("cannot build the synonyms", problem);
        }
    }

    // ---- tokenizers, character filters, analyzers ----

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
            "keyword", tokenizer(KeywordTokenizer::new),
            "whitespace", tokenizer(WhitespaceTokenizer::new),
            "path_hierarchy", tokenizer(PathHierarchyTokenizer::new),
            "icu_tokenizer", tokenizer(ICUTokenizer::new)
        );
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Supplier<Tokenizer> make) {
        return (index, environment, given, settings) -> TokenizerFactory.newFactory(given, make);
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
            "html_strip", chars(s -> HTMLStripCharFilter::new),
            "mapping", requiresAnalysisSettings(chars(s -> {
                var map = new NormalizeCharMap.Builder();
                for (String rule : s.getAsList("mappings")) {
                    String[] sides = rule.split("=>", 2);
                    map.add(sides[0].strip(), sides[1].strip());
                }
                NormalizeCharMap built = map.build();
                return in -> new MappingCharFilter(built, in);
            })),
            "pattern_replace", requiresAnalysisSettings(chars(s -> {
                Pattern pattern = Pattern.compile(s.get("pattern"));
                String replacement = s.get("replacement", "");
                return in -> new PatternReplaceCharFilter(pattern, replacement, in);
            }))
        );
    }

    private static AnalysisProvider<CharFilterFactory> chars(Function<Settings, UnaryOperator<Reader>> make) {
        return (index, environment, given, settings) -> {
            UnaryOperator<Reader> wrap = make.apply(settings);
            return new CharFilterFactory() {
                @Override
                public String name() {
                    return given;
                }

                @Override
                public Reader create(Reader in) {
                    return wrap.apply(in);
                }
            };
        };
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> analyzers = new HashMap<>();
        analyzers.put("english", analyzer(EnglishAnalyzer::new));
        analyzers.put("hindi", analyzer(HindiAnalyzer::new));
        return analyzers;
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> analyzer(Supplier<Analyzer> make) {
        return (index, environment, given, settings) -> {
            Analyzer analyzer = make.get();
            return new AbstractIndexAnalyzerProvider<>(given, settings) {
                @Override
                public Analyzer get() {
                    return analyzer;
                }
            };
        };
    }

    // ---- GET / and HEAD /, which clients ask first ----

    @Override
    public Collection<RestHandler> getRestHandlers(
        Settings settings, NamedWriteableRegistry writeables, RestController controller, ClusterSettings cluster,
        IndexScopedSettings index, SettingsFilter hidden, IndexNameExpressionResolver names,
        Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features
    ) {
        return List.of(new Banner(settings.get("node.name"), settings.get("cluster.name"), nodes));
    }

    private static final class Banner extends BaseRestHandler {
        private final String node, cluster;
        private final Supplier<DiscoveryNodes> nodes;

        Banner(String node, String cluster, Supplier<DiscoveryNodes> nodes) {
            this.node = node;
            this.cluster = cluster;
            this.nodes = nodes;
        }

        @Override
        public String getName() {
            return "main_action";
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
        }

        @Override
        protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
            return channel -> {
                XContentBuilder body = channel.newBuilder(XContentType.JSON, false).startObject()
                    .field("name", node)
                    .field("cluster_name", cluster)
                    .field("cluster_uuid", nodes.get().getLocalNode().getEphemeralId())
                    .startObject("version")
                    .field("number", Build.current().version())
                    .field("build_flavor", Build.current().flavor())
                    .field("lucene_version", IndexVersion.current().luceneVersion().toString())
                    .endObject()
                    .field("tagline", "You Know, for Search")
                    .endObject();
                channel.sendResponse(new RestResponse(RestStatus.OK, body));
            };
        }
    }
}
