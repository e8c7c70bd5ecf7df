// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// Warnings are errors where `BEGREPP_STRICT` is set, as it is in CI.
let strict: [SwiftSetting] =
  ProcessInfo.processInfo.environment["BEGREPP_STRICT"] == nil
  ? [] : [.unsafeFlags(["-warnings-as-errors"])]

/// Debug builds optimise what reads texts, so that the tests, which read thousands, are done in a third of
/// the time; assertions stay.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))
]

/// The pipeline's stages, each with what it may import: one way, in the order of flow.
func stage(
  _ name: String, _ dependencies: [Target.Dependency], isReading: Bool = false,
  exclude: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: isReading ? strict + optimised : strict, plugins: plugins)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let http: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let sockets: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
  name: "begrepp",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "begrepp", targets: ["begrepp"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CMalloc"),
    stage("Diagnostics", []),
    stage(
      "Language", ["Diagnostics", yaml], isReading: true, exclude: ["Packs"],
      plugins: ["EmbedFiles"]),
    stage("Articles", ["CCmark", "Diagnostics", "Language", yaml], isReading: true),
    stage("Extraction", ["Articles", "Diagnostics", "Language"], isReading: true),
    stage(
      "Knowledge", ["Articles", "Diagnostics", "Extraction", "Language", yaml], isReading: true),
    stage(
      "Site", ["Articles", "Diagnostics", "Knowledge", "Language", mustache],
      exclude: ["Scripts"], plugins: ["EmbedFiles"]),
    stage("Search", ["Diagnostics", "Knowledge", "Language", sqlite]),
    stage("Exchange", ["Articles", "Diagnostics", "Knowledge", "Language"]),
    stage(
      "Commands",
      [
        "Articles", "CMalloc", "Diagnostics", "Exchange", "Extraction", "Knowledge", "Language",
        "Search", "Site", arguments, http, sockets, yaml,
      ], exclude: ["Serving/Assets"], plugins: ["EmbedFiles"]),
    .executableTarget(name: "begrepp", dependencies: ["Commands"], swiftSettings: strict),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("LanguageTests", ["Language", "Diagnostics"]),
    tests(
      "ArticlesTests", ["Articles", "CCmark", "Diagnostics", "Language"], exclude: ["Fixtures"]),
    tests(
      "ExtractionTests", ["Articles", "Diagnostics", "Extraction", "Language"],
      exclude: ["Fixtures"]),
    tests("KnowledgeTests", ["Articles", "Diagnostics", "Extraction", "Knowledge", "Language"]),
    tests("SiteTests", ["Articles", "Diagnostics", "Extraction", "Knowledge", "Language", "Site"]),
    tests("SearchTests", ["Diagnostics", "Knowledge", "Language", "Search", sqlite]),
    tests("ExchangeTests", ["Articles", "Diagnostics", "Exchange", "Knowledge", "Language"]),
    tests(
      "CommandsTests",
      [
        "Articles", "Commands", "Diagnostics", "Exchange", "Extraction", "Knowledge", "Language",
        "Site", arguments,
      ]),
    tests("EndToEndTests", ["begrepp"], exclude: ["Fixtures"]),
    .executableTarget(
      name: "benchmarks",
      dependencies: ["Articles", "CCmark", "Extraction", "Knowledge", "Language"],
      path: "Benchmarks", exclude: ["paint.py"], swiftSettings: strict),
    .executableTarget(name: "embed-files", swiftSettings: strict),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
  ],
  swiftLanguageModes: [.v6]
)
