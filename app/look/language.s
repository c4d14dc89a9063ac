// This file lets language.go declare a function without a body.
