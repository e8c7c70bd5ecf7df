import Commands

Begrepp.main()
