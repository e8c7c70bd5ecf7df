package enum Begrepp { package static func main() {} }
