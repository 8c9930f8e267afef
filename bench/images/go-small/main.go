// A web server with old dependencies, for the images that the benchmarks scan.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/dgrijalva/jwt-go"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/websocket"
	"golang.org/x/crypto/ssh"
	"golang.org/x/net/html"
	"golang.org/x/net/http2"
	"golang.org/x/text/language"
	"gopkg.in/yaml.v2"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Println("bench", jwt.TimeFunc().Unix() > 0, language.English)
		return
	}
	var settings map[string]any
	if err := yaml.Unmarshal([]byte(os.Args[1]), &settings); err != nil {
		panic(err)
	}
	_, _ = html.Parse(http.NoBody)
	_, _ = ssh.ParsePrivateKey(nil)
	_ = http2.ConfigureServer(&http.Server{}, nil)
	engine := gin.Default()
	engine.GET("/", func(c *gin.Context) {
		upgrader := websocket.Upgrader{}
		_, _ = upgrader.Upgrade(c.Writer, c.Request, nil)
	})
	_ = engine.Run()
}
