// A cluster client with old dependencies, for the images that the benchmarks scan.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/containerd/containerd"
	"github.com/docker/docker/client"
	"github.com/hashicorp/consul/api"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"google.golang.org/grpc"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Println("bench", containerd.DefaultSnapshotter, s3.ServiceName, promhttp.Handler() != nil)
		return
	}
	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	if err != nil {
		panic(err)
	}
	set := kubernetes.NewForConfigOrDie(config)
	fmt.Println(set.Discovery().ServerVersion())
	docker, _ := client.NewClientWithOpts(client.FromEnv)
	fmt.Println(docker.Ping(context.Background()))
	consul, _ := api.NewClient(api.DefaultConfig())
	fmt.Println(consul.Status().Leader())
	_, _ = grpc.Dial(os.Args[1], grpc.WithInsecure())
}
